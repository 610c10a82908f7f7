package io.mlops4j.api.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("T10")
class PipelineNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"survival", "a", "0", "Census-Income_2.1"})
    void aPlainNameIsWelcome(String name) {
        assertThatCode(() -> Pipeline.named(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../x",
                "a/b",
                "a\\b",
                "C:",
                "a b",
                "-a",
                "_a",
                "a\n",
                "${jndi:x}",
                "a%2e",
                "é",
                "\u202e",
                "a'; drop table x"
            })
    void anotherNameIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.named(name))
                .withMessageEndingWith("is no name for a pipeline: use letters, digits, '.', '-' and '_', at most 100,"
                        + " the first a letter or digit.");
    }

    @Test
    void aLongNameIsRefusedAndNotRepeated() {
        assertThatCode(() -> Pipeline.named("a".repeat(100))).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.named("a".repeat(10_000)))
                .withMessageStartingWith("'" + "a".repeat(40) + "…' is no name");
    }

    @Test
    void controlCharactersDoNotReachTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pipeline.named("a\r\n\u001b[31m"))
                .withMessageStartingWith("'a???[31m' is no name");
    }
}
