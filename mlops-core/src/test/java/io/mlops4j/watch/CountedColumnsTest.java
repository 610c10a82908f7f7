package io.mlops4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.watch.CountedColumns.SeenBins;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountedColumnsTest {

    private static final int FROM = 7;

    private static CountedColumns ofSizes(int... sizes) {
        List<SeenBins> seen = Arrays.stream(sizes)
                .mapToObj(size -> new SeenBins(
                        ColumnBins.ofCategories("x", Collections.nCopies(size, ""), new long[size], new int[size]), 0))
                .toList();
        return CountedColumns.of(seen, FROM);
    }

    private static List<Integer> sizes(CountedColumns counted) {
        return counted.columns().stream().map(column -> column.bins().size()).toList();
    }

    @Test
    void theLargestSharesATableWithTheSmallest() {
        CountedColumns counted = ofSizes(5, 44, 8, 19);

        assertThat(sizes(counted)).containsExactly(44, 5, 19, 8);
        assertThat(counted.places()).isEqualTo(2);
        assertThat(counted.end()).isEqualTo(FROM + 44 * 5 + 19 * 8);
    }

    @Test
    void theLastOfAnOddNumberAndOneTooLargeAreAlone() {
        CountedColumns counted = ofSizes(3, 1000, 4, 5);

        assertThat(sizes(counted)).containsExactly(5, 3, 1000, 4);
        assertThat(counted.pairs()).isEqualTo(1);
        assertThat(counted.places()).isEqualTo(3);
        assertThat(counted.end()).isEqualTo(FROM + 5 * 3 + 1000 + 4);
    }

    @Test
    void noColumnsNeedNoTable() {
        assertThat(ofSizes().places()).isZero();
        assertThat(ofSizes().end()).isEqualTo(FROM);
    }

    @Test
    void eachColumnHasItsOwnTotalsWhateverItsPartnerMeets() {
        CountedColumns counted = ofSizes(3, 1000, 4, 5, 6, 9, 2);
        List<CountedColumn> columns = counted.columns();
        long[] values = new long[counted.end()];
        long[][] expected =
                columns.stream().map(column -> new long[column.bins().size()]).toArray(long[][]::new);
        Random random = new Random(11);
        for (int row = 0; row < 10_000; row++) {
            int shared = 0;
            for (int i = 0; i < columns.size(); i++) {
                int bin = random.nextInt(expected[i].length);
                expected[i][bin]++;
                if (i >= 2 * counted.pairs()) {
                    values[columns.get(i).part(bin)]++;
                } else if (i % 2 == 0) {
                    shared = columns.get(i).part(bin);
                } else {
                    values[shared + columns.get(i).part(bin)]++;
                }
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            assertThat(columns.get(i).axis().totals(values)).as("column %d", i).isEqualTo(expected[i]);
        }
    }
}
