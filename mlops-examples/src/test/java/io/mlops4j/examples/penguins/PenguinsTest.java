package io.mlops4j.examples.penguins;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.predict.Classification;
import io.mlops4j.examples.ExampleHome;
import org.junit.jupiter.api.Test;

class PenguinsTest {

    @Test
    void knowsAGentooFromBiscoe() {
        Classification answer = Penguins.species(ExampleHome.data("penguins/penguins.csv"));

        assertThat(answer.label()).isEqualTo("Gentoo");
        assertThat(answer.probability("Gentoo")).isGreaterThan(0.9);
    }
}
