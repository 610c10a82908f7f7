package io.mlops4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.predict.Station;
import io.mlops4j.watch.CountedColumns.SeenBins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberSlotsTest {

    /** The places before belong to somebody else. */
    private static final int FROM = 3;

    private static final double[][] CUTS = {
        {},
        {7},
        {0, 1, 2, 3, 5, 1e300},
        {-Double.MAX_VALUE, 0, Double.MAX_VALUE},
        {0, Double.MIN_VALUE, 2 * Double.MIN_VALUE},
        {17, 20, 28, 37, 48, 90},
    };

    /** Shows one number in each column. */
    private record OneNumber(double value) implements Station<Object> {

        @Override
        public void read(Object row) {}

        @Override
        public void score(double[] scores) {}

        @Override
        public double number(int index) {
            return value;
        }

        @Override
        public int code(int index) {
            throw new IllegalStateException("There are only numbers.");
        }
    }

    private static ColumnBins bins(double[] cuts) {
        int size = cuts.length + ColumnBins.FIRST_VALUE;
        return ColumnBins.ofNumbers("x", Collections.nCopies(size, ""), new long[size], cuts);
    }

    private static List<Double> numbers() {
        List<Double> numbers = new ArrayList<>(List.of(
                0.0,
                -0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                1e12,
                -1e12));
        for (double[] cuts : CUTS) {
            for (double cut : cuts) {
                numbers.addAll(List.of(cut, Math.nextUp(cut), Math.nextDown(cut)));
            }
        }
        new Random(3).doubles(1000, -10, 100).forEach(numbers::add);
        return numbers;
    }

    @Test
    void findsForEachNumberTheBinThatTheColumnSays() {
        for (double[] cuts : CUTS) {
            assertFinds(CountedColumns.of(List.of(new SeenBins(bins(cuts), 0)), 100));
        }
    }

    @Test
    void findsForColumnsThatShareATableTheBinsOfBoth() {
        List<SeenBins> seen = new ArrayList<>();
        for (double[] cuts : CUTS) {
            seen.add(new SeenBins(bins(cuts), 0));
        }
        assertFinds(CountedColumns.of(seen, 100));
    }

    private static void assertFinds(CountedColumns counted) {
        List<CountedColumn> columns = counted.columns();
        NumberSlots slots = new NumberSlots(counted);
        int[] found = new int[FROM + slots.places()];
        for (double number : numbers()) {
            slots.find(new OneNumber(number), found, FROM);
            for (int i = 0; i < columns.size(); i++) {
                boolean shared = i < 2 * counted.pairs();
                int place = FROM + (shared ? i / 2 : i - counted.pairs());
                int partner = shared ? part(columns.get(i ^ 1), number) : 0;
                assertThat(found[place] - partner)
                        .as("%s in column %d", number, i)
                        .isEqualTo(part(columns.get(i), number));
            }
            assertThat(found).startsWith(new int[FROM]);
        }
    }

    private static int part(CountedColumn column, double number) {
        return column.part(column.bins().bin(number));
    }
}
