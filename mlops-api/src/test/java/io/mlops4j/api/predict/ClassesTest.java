package io.mlops4j.api.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClassesTest {

    private static final String SHIP = "\uD83D\uDEA2"; // beyond the basic plane
    private static final String REPLACEMENT = "\uFFFD"; // within it, but above the surrogates

    @Test
    void areOrderedByCodePointNotByUtf16Unit() {
        assertThat(Classes.of(List.of(SHIP, "b", REPLACEMENT, "B"), Optional.empty())
                        .names())
                .containsExactly("B", "b", REPLACEMENT, SHIP);
        assertThat(SHIP.compareTo(REPLACEMENT)).as("String's own order").isNegative();
    }

    @Test
    void areComparedAsTheirCodePointsAreWhateverSurrogatesStandAlone() {
        List<String> units = List.of("a", "\uD83D", "\uD83E", "\uDEA2", "\uDEA3", "\uE000", REPLACEMENT);
        List<String> texts = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= 3; length++) {
            int to = texts.size();
            for (String shorter : List.copyOf(texts.subList(from, to))) {
                units.forEach(unit -> texts.add(shorter + unit));
            }
            from = to;
        }
        for (String left : texts) {
            int[] leftPoints = left.codePoints().toArray();
            for (String right : texts) {
                int expected = Arrays.compare(leftPoints, right.codePoints().toArray());
                if (Integer.signum(Classes.BY_CODE_POINT.compare(left, right)) != Integer.signum(expected)) {
                    fail(
                            "%s and %s",
                            Arrays.toString(leftPoints),
                            Arrays.toString(right.codePoints().toArray()));
                }
            }
        }
    }

    @Test
    void takeTheSecondOfTwoForThePositiveOne() {
        Classes two = Classes.of(List.of(">50K", "<=50K"), Optional.empty());
        assertThat(two.positive()).contains(">50K");
        assertThat(two.positiveIndex()).isEqualTo(1);
        assertThat(Classes.of(List.of("0", "1"), Optional.of("0")).positiveIndex())
                .isZero();
    }

    @Test
    void haveNoPositiveOneAmongMoreUnlessDeclared() {
        assertThat(Classes.of(List.of("a", "b", "c"), Optional.empty()).positiveIndex())
                .isEqualTo(-1);
        assertThat(Classes.of(List.of("a", "b", "c"), Optional.of("b")).positiveIndex())
                .isEqualTo(1);
    }

    @Test
    @Tag("T16")
    void areAtLeastTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classes.of(List.of("a"), Optional.empty()))
                .withMessageContaining("at least two");
    }

    @Test
    void areUnique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classes.of(List.of("a", "b", "a"), Optional.empty()))
                .withMessageContaining("unique");
        assertThatIllegalArgumentException().isThrownBy(() -> new Classes(List.of("b", "a"), Optional.empty()));
    }

    @Test
    void holdTheirPositiveOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classes.of(List.of("a", "b"), Optional.of("c")))
                .withMessageContaining("'c'");
    }

    @Test
    void areFoundByName() {
        Classes classes = Classes.of(List.of("a", "b"), Optional.empty());
        assertThat(classes.find("b")).hasValue(1);
        assertThat(classes.find("B")).isEmpty();
        assertThat(classes.size()).isEqualTo(2);
    }
}
