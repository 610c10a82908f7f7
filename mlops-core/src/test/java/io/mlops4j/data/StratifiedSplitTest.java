package io.mlops4j.data;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.error.InvalidDataException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StratifiedSplitTest {

    private static final Schema LABELLED = Schema.of(
            "Labelled",
            Column.of("id", ColumnType.NUMERIC),
            Column.of("label", ColumnType.CATEGORICAL).as(Role.TARGET).nullable(true));

    /** Rows of each class in turn, so that no class stands in one block. */
    private static Dataset labelled(Map<String, Integer> counts) {
        DatasetBuilder builder = Dataset.builder(LABELLED);
        Map<String, Integer> left = new TreeMap<>(counts);
        for (int id = 0; !left.isEmpty(); ) {
            for (String label : List.copyOf(left.keySet())) {
                builder.row().number(0, id++);
                builder.row().category(1, label);
                builder.add();
                left.computeIfPresent(label, (name, count) -> count == 1 ? null : count - 1);
            }
        }
        return builder.build();
    }

    private static Map<String, Integer> counts(Dataset part) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < part.size(); row++) {
            counts.merge(String.valueOf(part.values("label").text(row)), 1, Integer::sum);
        }
        return counts;
    }

    @TestFactory
    Stream<DynamicTest> givesEachClassItsShareAsOthersDo() throws IOException {
        JsonNode oracle = new ObjectMapper()
                .readTree(StratifiedSplitTest.class.getResource("splits.json"))
                .get("stratified_holdout_counts");
        return oracle.properties().stream()
                .flatMap(data -> data.getValue().properties().stream()
                        .map(entry -> DynamicTest.dynamicTest(
                                data.getKey() + ", test " + entry.getKey(),
                                () -> agrees(Double.parseDouble(entry.getKey()), entry.getValue()))));
    }

    private static void agrees(double testShare, JsonNode expected) {
        Map<String, Integer> all = new TreeMap<>();
        for (String part : new String[] {"test_counts", "train_counts"}) {
            expected.get(part)
                    .properties()
                    .forEach(count -> all.merge(count.getKey(), count.getValue().asInt(), Integer::sum));
        }
        Partition parts = Splits.stratified(new Percent(1 - testShare)).seed(7).split(labelled(all));

        assertThat(parts.test().size()).isEqualTo(expected.get("n_test").asInt());
        assertThat(parts.training().size()).isEqualTo(expected.get("n_train").asInt());
        Map<String, Integer> training = counts(parts.training());
        all.forEach((label, count) -> {
            // which class gets the odd row differs between implementations
            assertThat(training.getOrDefault(label, 0))
                    .as(label)
                    .isBetween(
                            expected.get("train_counts").path(label).asInt() - 1,
                            expected.get("train_counts").path(label).asInt() + 1)
                    .isBetween((int) Math.floor(count * (1 - testShare) - 1e-9), (int)
                            Math.ceil(count * (1 - testShare) + 1e-9));
        });
    }

    @Test
    void keepsTheOrderOfTheRowsAndEachRowOnOneSide() {
        Partition parts = Splits.stratified(percent(75)).split(labelled(Map.of("a", 20, "b", 12)));
        assertThat(parts.training().numeric("id").toArray()).hasSize(24).isSorted();
        assertThat(parts.test().numeric("id").toArray())
                .hasSize(8)
                .isSorted()
                .doesNotContain(parts.training().numeric("id").toArray());
        assertThat(counts(parts.test())).isEqualTo(Map.of("a", 5, "b", 3));
    }

    @Test
    void drawsBySeed() {
        Dataset rows = labelled(Map.of("a", 50, "b", 50));
        double[] one = Splits.stratified(percent(50))
                .seed(1)
                .split(rows)
                .test()
                .numeric("id")
                .toArray();
        assertThat(Splits.stratified(percent(50))
                        .seed(1)
                        .split(rows)
                        .test()
                        .numeric("id")
                        .toArray())
                .isEqualTo(one);
        assertThat(Splits.stratified(percent(50))
                        .seed(2)
                        .split(rows)
                        .test()
                        .numeric("id")
                        .toArray())
                .isNotEqualTo(one);
    }

    @Test
    @Tag("F34")
    void doesNotDependOnTheCodesOfTheNames() {
        NumericValues ids = NumericValues.wrap(new double[] {0, 1, 2, 3, 4, 5, 6});
        CategoricalValues one =
                CategoricalValues.wrap(new int[] {0, 1, 0, 1, 0, 1, 0}, Dictionary.of(List.of("a", "b")));
        CategoricalValues other =
                CategoricalValues.wrap(new int[] {1, 0, 1, 0, 1, 0, 1}, Dictionary.of(List.of("b", "a", "unused")));
        Split split = Splits.stratified(percent(60));
        assertThat(split.split(Dataset.of(LABELLED, List.of(ids, one))).test().fingerprint())
                .isEqualTo(split.split(Dataset.of(LABELLED, List.of(ids, other)))
                        .test()
                        .fingerprint());
    }

    @Test
    @Tag("T16")
    void refusesASingleClass() {
        assertThatThrownBy(() -> Splits.stratified(percent(80)).split(labelled(Map.of("only", 10))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "stratified(0.8, seed 0): the target 'label' has one class only, 'only', expected at least two. There"
                                + " is nothing to tell apart.");
        assertThatThrownBy(() -> Splits.stratified(percent(80)).split(labelled(Map.of())))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no class at all");
    }

    @Test
    @Tag("T16")
    void refusesClassesOfASingleRow() {
        assertThatThrownBy(() -> Splits.stratified(percent(80)).split(labelled(Map.of("a", 10, "b", 1, "c", 1))))
                .isInstanceOfSatisfying(
                        InvalidDataException.class,
                        e -> assertThat(e.problems())
                                .containsExactly(
                                        "class 'b' of the target 'label' has a single row, which cannot be on both sides",
                                        "class 'c' of the target 'label' has a single row, which cannot be on both sides"));
        assertThatThrownBy(() -> Splits.stratified(percent(50)).split(labelled(Map.of("a", 1, "b", 1))))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    @Tag("T16")
    void refusesARowWithoutAClass() {
        DatasetBuilder builder = Dataset.builder(LABELLED);
        for (String label : new String[] {"a", "a", "b", null, "b"}) {
            builder.row().number(0, 1.0);
            builder.row().category(1, label);
            builder.add();
        }
        assertThatThrownBy(() -> Splits.stratified(percent(50)).split(builder.build()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Labelled, row 3: the target 'label' is missing");
    }
}
