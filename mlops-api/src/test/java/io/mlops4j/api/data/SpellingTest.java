package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("age", "fare", "hours_per_week", "capital_gain", "capital_loss");

    @ParameterizedTest
    @CsvSource({
        "aeg, age", // swapped
        "AGE, age", // another case
        "far, fare", // one left out
        "faree, fare", // one too many
        "hours_per_weak, hours_per_week",
        "hoursperweek, hours_per_week",
        "capital-loss, capital_loss",
    })
    void findsWhatWasMeant(String wrong, String meant) {
        assertThat(Spelling.didYouMean(wrong, KNOWN)).isEqualTo(" Did you mean '" + meant + "'?");
    }

    @Test
    void keepsSilentWhenNothingIsNear() {
        assertThat(Spelling.didYouMean("education", KNOWN)).isEmpty();
        assertThat(Spelling.didYouMean("age", List.of())).isEmpty();
    }

    @Test
    void prefersTheFirstNameOfEquallyNearOnes() {
        assertThat(Spelling.didYouMean("capital_xxxx", KNOWN)).contains("capital_gain");
    }

    @Test
    void doesNotCompareHugeNames() {
        String huge = "x".repeat(1_000_000);
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(Spelling.didYouMean(huge, KNOWN)).isEmpty();
            assertThat(Spelling.didYouMean("age", List.of(huge))).isEmpty();
        });
    }

    @Test
    void nameAColumnThatWasMovedIntoARecordOrOutOfOne() {
        assertThat(Spelling.nearest("city", List.of("age", "cite", "address.city")))
                .hasValue("address.city");
        assertThat(Spelling.nearest("address.city", List.of("age", "City"))).hasValue("City");
        assertThat(Spelling.nearest("humidity", List.of("age", "weather.temperature")))
                .isEmpty();
    }
}
