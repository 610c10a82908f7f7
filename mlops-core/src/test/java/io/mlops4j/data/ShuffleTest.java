package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    @Test
    @Tag("F34")
    void givesThePublishedNumbersOfSplitMix64() {
        Shuffle shuffle = new Shuffle(1234567);
        assertThat(new long[] {
                    shuffle.nextLong(), shuffle.nextLong(), shuffle.nextLong(), shuffle.nextLong(), shuffle.nextLong()
                })
                .containsExactly(
                        6457827717110365317L,
                        3203168211198807973L,
                        Long.parseUnsignedLong("9817491932198370423"),
                        4593380528125082431L,
                        Long.parseUnsignedLong("16408922859458223821"));
    }

    @Property
    void drawsWithoutPuttingBack(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 200) int drawn) {
        int[] elements = new int[size];
        Arrays.setAll(elements, i -> i);
        new Shuffle(seed).draw(elements, Math.min(size, drawn));
        assertThat(Arrays.stream(elements).sorted().toArray())
                .isEqualTo(java.util.stream.IntStream.range(0, size).toArray());
    }

    @Test
    void drawsEachElementAboutAsOften() {
        int[] counts = new int[10];
        for (int seed = 0; seed < 20_000; seed++) {
            int[] elements = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
            new Shuffle(seed).draw(elements, 3);
            for (int i = 0; i < 3; i++) {
                counts[elements[i]]++;
            }
        }
        // 6,000 each; the standard deviation is 65
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(5_700, 6_300));
    }
}
