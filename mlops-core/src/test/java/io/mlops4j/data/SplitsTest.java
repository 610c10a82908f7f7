package io.mlops4j.data;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsTest {

    private static final Schema NUMBERS = Schema.of("Numbers", Column.of("id", ColumnType.NUMERIC));

    @TempDir
    Path folder;

    private static Dataset numbers(int size) {
        return Dataset.of(
                NUMBERS,
                List.of(NumericValues.wrap(
                        IntStream.range(0, size).asDoubleStream().toArray())));
    }

    private static double[] ids(Dataset part) {
        return part.numeric("id").toArray();
    }

    @Property
    void dividesAllRowsAndKeepsTheirOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 500) int size,
            @ForAll @IntRange(min = 1, max = 99) int share) {
        int training = size * share / 100;
        if (training == 0) {
            return; // an empty part is another test's
        }
        Partition parts = Splits.random(percent(share)).seed(seed).split(numbers(size));
        double[] train = ids(parts.training());
        double[] test = ids(parts.test());
        assertThat(train).hasSize(training).isSorted();
        assertThat(test).hasSize(size - training).isSorted();
        assertThat(IntStream.concat(
                                Arrays.stream(train).mapToInt(x -> (int) x),
                                Arrays.stream(test).mapToInt(x -> (int) x))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, size).toArray());
    }

    @Test
    @Tag("F34")
    void drawsTheSameRowsOnEveryJavaVersion() {
        Partition parts = Splits.random(percent(70)).seed(42).split(numbers(10));
        assertThat(ids(parts.test())).containsExactly(1, 6, 9);
    }

    @Test
    void drawsOtherRowsByAnotherSeed() {
        Split split = Splits.random(percent(50)).seed(1);
        assertThat(ids(split.split(numbers(100)).test()))
                .isEqualTo(ids(split.split(numbers(100)).test()));
        assertThat(ids(Splits.random(percent(50)).seed(2).split(numbers(100)).test()))
                .isNotEqualTo(ids(split.split(numbers(100)).test()));
    }

    @Test
    void describesItselfInTheSameWordsOnEveryJavaVersion() {
        assertThat(Splits.random(percent(80)).seed(42).describe()).isEqualTo("random(0.8, seed 42)");
        assertThat(Splits.stratified(percent(33.3)).describe()).isEqualTo("stratified(0.333, seed 0)");
        assertThat(Splits.byHash("id", new Percent(2.0 / 3)).describe()).isEqualTo("byHash(id, 0.666666666667)");
        assertThat(Splits.random(percent(100)).describe()).isEqualTo("random(1, seed 0)");
    }

    @Test
    void roundsSharesThatAreNotExactInBinary() {
        // 0.29 * 100 is 28.999999999999996
        assertThat(Splits.random(percent(29)).split(numbers(100)).training().size())
                .isEqualTo(29);
        assertThat(Splits.random(percent(57)).split(numbers(100)).training().size())
                .isEqualTo(57);
    }

    @Test
    @Tag("T16")
    void refusesToLeaveAPartEmpty() {
        for (Split split : List.of(Splits.random(percent(80)), Splits.byHash("id", percent(80)))) {
            assertThatThrownBy(() -> split.split(numbers(0)))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessage(split.describe()
                            + ": 0 rows for training and 0 for the test, expected at least 1 each. Give more"
                            + " rows, or divide them otherwise.");
            assertThatThrownBy(() -> split.split(numbers(1))).isInstanceOf(InvalidDataException.class);
        }
        assertThatThrownBy(() -> Splits.random(percent(100)).split(numbers(9)))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Splits.random(percent(0)).split(numbers(9))).isInstanceOf(InvalidDataException.class);
    }

    @Test
    @Tag("T16")
    void dividesTwoRows() {
        Partition parts = Splits.random(percent(80)).split(numbers(2));
        assertThat(parts.training().size()).isEqualTo(1);
        assertThat(parts.test().size()).isEqualTo(1);
    }

    @Test
    void readsAGivenTestPartWithTheColumnsOfTheTrainingPart() {
        Split split = Splits.given(CsvText.file(folder, "other,id\nx,7\ny,8\n").rows(NUMBERS));
        Partition parts = split.split(numbers(3));
        assertThat(ids(parts.training())).containsExactly(0, 1, 2);
        assertThat(ids(parts.test())).containsExactly(7, 8);
        assertThat(split.describe()).isEqualTo("given(people.csv)");
    }

    @Test
    @Tag("T16")
    void refusesAGivenTestPartWithoutRowsOrColumns() {
        assertThatThrownBy(() ->
                        Splits.given(CsvText.file(folder, "id\n").rows(NUMBERS)).split(numbers(3)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("3 rows for training and 0 for the test");
        assertThatThrownBy(() -> Splits.given(CsvText.file(folder, "ide\n1\n").rows(NUMBERS))
                        .split(numbers(3)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("Did you mean 'ide'?");
    }

    @Test
    void keepsAKeyOnOneSideWhateverTheOrderAndTheOtherRows() {
        Split split = Splits.byHash("id", percent(70));
        double[] test = ids(split.split(numbers(1_000)).test());
        assertThat(test.length).isBetween(250, 350);
        int[] backwards = IntStream.range(0, 1_000).map(i -> 999 - i).toArray();
        double[] reversed = ids(split.split(numbers(1_000).rows(backwards)).test());
        assertThat(Arrays.stream(reversed).sorted().toArray()).isEqualTo(test);
        double[] fewer = ids(split.split(numbers(500)).test());
        assertThat(fewer).isEqualTo(Arrays.stream(test).filter(id -> id < 500).toArray());
    }

    @Test
    void keepsTrainingKeysInTrainingWhenTheShareGrows() {
        double[] less =
                ids(Splits.byHash("id", percent(50)).split(numbers(1_000)).training());
        double[] more =
                ids(Splits.byHash("id", percent(60)).split(numbers(1_000)).training());
        assertThat(more).contains(less);
    }

    @Test
    void hashesANumberAsItsDigits() {
        Schema texts = Schema.of("Texts", Column.of("id", ColumnType.TEXT));
        StringBuilder csv = new StringBuilder("id\n");
        IntStream.range(0, 200).forEach(id -> csv.append(id).append('\n'));
        Dataset asText = CsvText.file(folder, csv.toString()).rows(texts).read(texts);
        Split split = Splits.byHash("id", percent(50));
        Dataset test = split.split(asText).test();
        assertThat(IntStream.range(0, test.size())
                        .mapToDouble(row -> Double.parseDouble(test.values("id").text(row)))
                        .toArray())
                .isEqualTo(ids(split.split(numbers(200)).test()));
    }

    @Test
    @Tag("F34")
    void hashesTheSameOnEveryJavaVersion() {
        assertThat(ids(Splits.byHash("id", percent(70)).split(numbers(10)).test()))
                .containsExactly(2, 5, 6);
    }

    @Test
    void refusesAKeyThatIsMissingOrNotThere() {
        Dataset missing = Dataset.of(NUMBERS, List.of(NumericValues.wrap(new double[] {1, Double.NaN})));
        assertThatThrownBy(() -> Splits.byHash("id", percent(50)).split(missing))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Numbers, row 1: the key 'id' is missing");
        assertThatThrownBy(() -> Splits.byHash("ids", percent(50)).check(NUMBERS))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Did you mean 'id'?");
    }

    @Test
    @Tag("T17")
    void checksTheSchemaBeforeAnyDataAreRead() {
        Split stratified = Splits.stratified(percent(80));
        Column label = Column.of("label", ColumnType.CATEGORICAL).as(Role.TARGET);
        stratified.check(NUMBERS.with(label));
        stratified.check(NUMBERS.with(label.as(ColumnType.BOOLEAN)));
        assertThatThrownBy(() -> stratified.check(NUMBERS))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "stratified() needs exactly one target in Numbers, found 0. Divide by random() or byHash().");
        assertThatThrownBy(() -> stratified.check(NUMBERS.with(label.as(ColumnType.NUMERIC))))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("the target 'label' is numeric");
        Column other = Column.of("other", ColumnType.CATEGORICAL).as(Role.TARGET);
        assertThatThrownBy(() -> stratified.check(NUMBERS.with(label).with(other)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("found 2");
    }
}
