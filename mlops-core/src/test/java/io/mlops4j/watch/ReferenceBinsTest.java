package io.mlops4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.prepare.PreprocessorFormats;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReferenceBinsTest {

    private static ColumnBins only(Dataset rows) {
        return WatchedRows.reference(rows, Optional.empty()).inputs().get(0);
    }

    private static List<String> labels(ColumnBins bins) {
        return IntStream.range(0, bins.size()).mapToObj(bins::label).toList();
    }

    @Test
    void numbersLieBelowBetweenOrAboveThoseOfTheReference() {
        ColumnBins bins = only(WatchedRows.numbers("age", 20, 30, 30, Double.NaN, 40));

        assertThat(labels(bins)).containsExactly("(below)", "(missing)", "20", "30", "40", "(above)");
        assertThat(bins.references()).containsExactly(0, 1, 1, 2, 1, 0);
        assertThat(bins.bin(19.999)).isZero();
        assertThat(bins.bin(20.0)).isEqualTo(2);
        assertThat(bins.bin(29.9)).isEqualTo(2);
        assertThat(bins.bin(30.0)).isEqualTo(3);
        assertThat(bins.bin(40.0)).isEqualTo(4);
        assertThat(bins.bin(Math.nextUp(40.0))).isEqualTo(5);
    }

    @Test
    @Tag("T14")
    void whatIsNoFiniteNumberIsMissing() {
        ColumnBins bins = only(WatchedRows.numbers("age", 0.0, 1));

        assertThat(bins.bin(Double.NaN)).isEqualTo(ColumnBins.MISSING);
        assertThat(bins.bin(Double.POSITIVE_INFINITY)).isEqualTo(ColumnBins.MISSING);
        assertThat(bins.bin(Double.NEGATIVE_INFINITY)).isEqualTo(ColumnBins.MISSING);
        assertThat(bins.bin(-0.0)).isEqualTo(bins.bin(0.0)).isEqualTo(2);
        assertThat(bins.bin(-Double.MIN_VALUE)).isEqualTo(ColumnBins.UNSEEN);
        assertThat(bins.bin(Double.MAX_VALUE)).isEqualTo(bins.size() - 1);
        assertThat(bins.bin(-Double.MAX_VALUE)).isEqualTo(ColumnBins.UNSEEN);
    }

    @Test
    @Tag("T16")
    void aReferenceWithoutValuesKnowsNone() {
        ColumnBins bins = only(WatchedRows.numbers("age", Double.NaN, Double.NaN));

        assertThat(bins.bin(7.0)).isEqualTo(ColumnBins.UNSEEN);
        assertThat(bins.bin(Double.NaN)).isEqualTo(ColumnBins.MISSING);
        assertThat(bins.references()).containsExactly(0, 2, 0, 0);
    }

    @Test
    @Tag("T16")
    void infinityInTheReferenceLeavesNothingOutside() {
        ColumnBins bins = only(WatchedRows.numbers("age", Double.NEGATIVE_INFINITY, 1, Double.POSITIVE_INFINITY));

        assertThat(bins.references()).containsExactly(0, 2, 1, 0);
        assertThat(bins.bin(-Double.MAX_VALUE)).isEqualTo(2);
        assertThat(bins.bin(Double.MAX_VALUE)).isEqualTo(2);
    }

    @RepeatedTest(100)
    void theReferenceFallsIntoItsOwnBinsExactly(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double[] values = random.doubles(1 + random.nextInt(400))
                .map(value -> switch (random.nextInt(10)) {
                    case 0 -> Double.NaN;
                    case 1, 2, 3 -> 0;
                    case 4 -> -0.0;
                    case 5 -> Math.exp(1400 * (value - 0.5));
                    default -> Math.rint(20 * value);
                })
                .toArray();
        ColumnBins bins = only(WatchedRows.numbers("gain", values));

        long[] counts = new long[bins.size()];
        Arrays.stream(values).forEach(value -> counts[bins.bin(value)]++);

        assertThat(counts).isEqualTo(bins.references());
    }

    @Test
    void aBundleMayHaveAnyNumberOfEdges() {
        for (int edges : new int[] {0, 1, 6, 7, 8, 14, 15, 16, 30, 100, 1000}) {
            List<Double> all =
                    IntStream.rangeClosed(1, edges).mapToObj(i -> (double) i).toList();
            List<Long> counts =
                    IntStream.rangeClosed(0, edges).mapToObj(i -> 1L).toList();
            ColumnBins bins = ColumnBinning.numbers(new NumericProfile(
                    "age",
                    edges + 1,
                    0,
                    edges + 1,
                    1,
                    0,
                    0,
                    0,
                    0,
                    0,
                    edges,
                    Collections.nCopies(15, 0.0),
                    new NumericBins(all, counts)));

            assertThat(bins.size()).isEqualTo(edges + 4);
            for (int value = 0; value <= edges; value++) {
                assertThat(bins.bin((double) value)).isEqualTo(value + 2);
            }
            assertThat(bins.bin(-1e-300)).isZero();
            assertThat(bins.bin(edges + 1.0)).isEqualTo(edges + 3);
        }
    }

    @Test
    @Tag("T15")
    void categoriesLieInTheirBinOrAreUnseenOrMissing() {
        ColumnBins bins = only(WatchedRows.categories("port", "S", "C", null, "S"));

        assertThat(labels(bins)).containsExactly("(unseen)", "(missing)", "C", "S", "(other)");
        assertThat(bins.references()).containsExactly(0, 1, 1, 2, 0);
        assertThat(bins.bin(Dictionary.UNSEEN)).isZero();
        assertThat(bins.bin(Dictionary.MISSING)).isEqualTo(1);
        assertThat(bins.bin(1)).isEqualTo(3);
    }

    @Test
    @Tag("T16")
    void rareOnesOfVeryManyCategoriesShareABin() {
        String[] names = IntStream.range(0, 1500).mapToObj(i -> "c" + i).toArray(String[]::new);
        String[] rows = Arrays.copyOf(names, 1600);
        System.arraycopy(names, 0, rows, 1500, 100);
        ColumnBins bins = only(WatchedRows.categories("word", Dictionary.of(List.of(names)), rows));

        assertThat(bins.size()).isEqualTo(1003);
        assertThat(bins.reference(bins.bin(7))).isEqualTo(2);
        assertThat(bins.reference(1002)).isEqualTo(500);
        assertThat(Arrays.stream(bins.references()).sum()).isEqualTo(1600);
    }

    @Test
    void trueAndFalseAreBins() {
        ColumnBins bins = only(WatchedRows.of(
                Column.of("adult", ColumnType.BOOLEAN).nullable(true),
                NumericValues.wrap(new double[] {1, 1, 0, Double.NaN})));

        assertThat(labels(bins)).containsExactly("(unseen)", "(missing)", "false", "true", "(above)");
        assertThat(bins.references()).containsExactly(0, 1, 1, 2, 0);
        assertThat(bins.bin(0.0)).isEqualTo(2);
        assertThat(bins.bin(1.0)).isEqualTo(3);
        assertThat(bins.bin(Double.NaN)).isEqualTo(1);
    }

    @Test
    void aBundleHasAllThatIsWatched() throws Exception {
        for (Path file : Files.list(fixtures()).toList()) {
            Bundle bundle =
                    Bundles.reader(PreprocessorFormats.builtIn(List.of())).read(file);
            ReferenceBins bins = ReferenceBins.of(bundle);

            assertThat(bins.inputs())
                    .extracting(ColumnBins::column)
                    .containsExactly("island", "bill_length_mm", "flipper_length_mm", "sex");
            assertThat(bins.inputs())
                    .allSatisfy(column -> assertThat(
                                    Arrays.stream(column.references()).sum())
                            .isEqualTo(bundle.profile().rows()));
            assertThat(bins.score()).as("three classes have no single score").isEmpty();
            assertThat(bins.label().orElseThrow().size()).isEqualTo(3 + 3);
        }
    }

    @Test
    void aColumnWithoutAProfileHasAnEmptyReference() {
        ReferenceBins bins = ReferenceBins.of(
                Schema.of("Row", Column.of("a", ColumnType.NUMERIC), Column.of("b", ColumnType.TEXT)),
                List.of(Dictionary.empty(), Dictionary.empty()),
                Optional.empty(),
                new Profile(0, List.of()));

        assertThat(bins.inputs()).hasSize(1);
        assertThat(bins.inputs().get(0).references()).containsOnly(0);
    }

    private static Path fixtures() throws URISyntaxException {
        return Path.of(
                ReferenceBinsTest.class.getResource("/fixtures/bundle-format-1").toURI());
    }
}
