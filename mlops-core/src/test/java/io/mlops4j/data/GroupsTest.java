package io.mlops4j.data;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final Column PATIENT =
            Column.of("patient", ColumnType.CATEGORICAL).as(Role.GROUP).nullable(true);
    private static final Schema VISITS = Schema.of("Visit", Column.of("id", ColumnType.NUMERIC), PATIENT);
    private static final Schema ALONE = Schema.of("Visit", Column.of("id", ColumnType.NUMERIC));

    private static Dataset visits(int rows, IntFunction<@Nullable String> patient) {
        DatasetBuilder builder = Dataset.builder(VISITS);
        for (int row = 0; row < rows; row++) {
            builder.row().number(0, row);
            builder.row().category(1, patient.apply(row));
            builder.add();
        }
        return builder.build();
    }

    private static Set<String> patients(Dataset part) {
        return IntStream.range(0, part.size())
                .mapToObj(row -> String.valueOf(part.values("patient").text(row)))
                .collect(Collectors.toSet());
    }

    private static double[] ids(Dataset part) {
        return part.numeric("id").toArray();
    }

    @Property
    void keepsTheRowsOfAGroupOnOneSideAndTheSharesNearToWhatIsWanted(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 80) int share) {
        // 16 groups of 1 to 29 rows, mixed
        Dataset rows = visits(250, row -> "p" + (int) Math.sqrt(row * 7 % 250));
        Partition parts = Splits.random(percent(share)).seed(seed).split(rows);

        assertThat(patients(parts.training())).doesNotContainAnyElementsOf(patients(parts.test()));
        assertThat(ids(parts.training())).isSorted();
        assertThat(ids(parts.test())).isSorted();
        assertThat(parts.training().size() + parts.test().size()).isEqualTo(250);
        assertThat(Math.abs(parts.training().size() - 250 * share / 100)).isLessThanOrEqualTo(29 / 2);
    }

    @Test
    @Tag("F34")
    void drawsTheSameGroupsOnEveryJavaVersion() {
        Partition parts = Splits.random(percent(70)).seed(42).split(visits(20, row -> "p" + row / 2));
        assertThat(patients(parts.test())).containsExactlyInAnyOrder("p1", "p6", "p9");
    }

    @Test
    void groupsOfOneRowAreDividedAsRowsAre() {
        Dataset rows = visits(100, row -> "p" + row);
        Split split = Splits.random(percent(61)).seed(3);
        assertThat(ids(split.split(rows).test()))
                .isEqualTo(ids(split.split(rows.columns(ALONE)).test()));
    }

    @Test
    void leavesAGroupOnEachSideHoweverUnequalTheyAre() {
        for (int seed = 0; seed < 20; seed++) {
            for (int share : new int[] {1, 50, 99}) {
                Partition parts =
                        Splits.random(percent(share)).seed(seed).split(visits(100, row -> row < 90 ? "many" : "few"));
                assertThat(parts.training().size()).isIn(10, 90);
            }
        }
    }

    @Test
    @Tag("T16")
    void refusesASingleGroup() {
        assertThatThrownBy(() -> Splits.random(percent(80)).split(visits(9, row -> "only")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "random(0.8, seed 0): all 9 rows have the same group 'patient', 'only', and a group stays on"
                                + " one side, expected at least two. Give more groups, or choose another column.");
        assertThatThrownBy(() -> Splits.random(percent(80)).split(visits(0, row -> "nobody")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("0 rows for training");
    }

    @Test
    void refusesARowWithoutAGroup() {
        assertThatThrownBy(() -> Splits.random(percent(80)).split(visits(9, row -> row == 4 ? null : "p" + row)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Visit, row 4: the group 'patient' is missing, but every row needs one to stay with. Give a"
                        + " row that stands alone a group of its own, or leave it out.");
    }

    @Test
    @Tag("T17")
    void refusesWhatCannotKeepGroupsTogetherBeforeAnyDataAreRead() {
        Schema labelled = VISITS.with(Column.of("ill", ColumnType.CATEGORICAL).as(Role.TARGET));
        assertThatThrownBy(() -> Splits.stratified(percent(80)).check(labelled))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "stratified() draws single rows of each class, but Visit has the group 'patient', whose rows"
                                + " belong on the same side. Divide by random(), which draws whole groups, or by"
                                + " byHash(\"patient\", …).");
        Schema twice = VISITS.with(Column.of("clinic", ColumnType.CATEGORICAL).as(Role.GROUP));
        assertThatThrownBy(() -> Splits.random(percent(80)).check(twice))
                .isInstanceOf(SchemaException.class)
                .hasMessage("random() keeps the rows of one group together, but Visit has 2 groups: patient, clinic."
                        + " Leave one, or join them into one column.");
        Splits.random(percent(80)).check(labelled);
    }

    @Test
    void aNumberNamesAGroupAsWell() {
        Dataset rows = visits(40, row -> "p" + row % 8)
                .with(
                        Column.of("patient", ColumnType.NUMERIC).as(Role.GROUP),
                        io.mlops4j.api.data.NumericValues.wrap(IntStream.range(0, 40)
                                .mapToDouble(row -> row % 8 + 0.5)
                                .toArray()));
        Partition parts = Splits.random(percent(50)).split(rows);
        assertThat(Arrays.stream(parts.training().numeric("patient").toArray()).distinct())
                .hasSize(4);
        assertThat(patients(parts.training())).doesNotContainAnyElementsOf(patients(parts.test()));
    }
}
