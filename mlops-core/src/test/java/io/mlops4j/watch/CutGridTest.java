package io.mlops4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutGridTest {

    private static int counted(double[] cuts, double number) {
        return (int) Arrays.stream(cuts).filter(cut -> cut <= number).count();
    }

    private static void assertCounts(double[] cuts) {
        CutGrid grid = new CutGrid(cuts);
        for (double cut : cuts) {
            for (double number : new double[] {cut, Math.nextUp(cut), Math.nextDown(cut)}) {
                assertThat(grid.count(number)).as("%s among %s", number, cuts).isEqualTo(counted(cuts, number));
            }
        }
        for (double number : new double[] {0, -Double.MAX_VALUE, Double.MAX_VALUE, 1, -1, Double.MIN_VALUE}) {
            assertThat(grid.count(number)).as("%s", number).isEqualTo(counted(cuts, number));
        }
    }

    @Test
    void countsLikeComparingWithEveryCutHoweverTheyLie() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            double spread = Math.pow(10, random.nextInt(40) - 20);
            double shift = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
            double[] cuts = random.doubles(1 + random.nextInt(20))
                    .map(x -> shift + spread * Math.pow(x, 1 + random.nextInt(12)))
                    .distinct()
                    .sorted()
                    .toArray();
            assertCounts(cuts);
        }
    }

    @Test
    void countsAtTheEndsOfWhatADoubleCanBe() {
        assertCounts(new double[0]);
        assertCounts(new double[] {7});
        assertCounts(new double[] {-Double.MAX_VALUE, 0, Double.MAX_VALUE});
        assertCounts(new double[] {0, Double.MIN_VALUE, 2 * Double.MIN_VALUE});
        assertCounts(new double[] {-Double.MAX_VALUE, Math.nextUp(-Double.MAX_VALUE)});
        assertCounts(new double[] {0, 1, 2, 3, 5, 1e300});
    }
}
