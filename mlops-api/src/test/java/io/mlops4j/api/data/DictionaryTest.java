package io.mlops4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {

    @Property(tries = 200)
    void givesEachNameItsPlaceAndEachPlaceItsName(@ForAll @Size(max = 300) java.util.Set<String> unique) {
        List<String> names = new ArrayList<>(unique);
        Dictionary dictionary = Dictionary.of(names);
        for (int code = 0; code < names.size(); code++) {
            // another instance of the same text, as from a file
            assertThat(dictionary.code(new String(names.get(code).toCharArray())))
                    .isEqualTo(code);
            assertThat(dictionary.name(code)).isEqualTo(names.get(code));
        }
        assertThat(dictionary.code("not among them" + names)).isEqualTo(Dictionary.UNSEEN);
        assertThat(dictionary.size()).isEqualTo(names.size());
    }

    @Test
    @Tag("T15")
    void tellsMissingFromUnseenAndFromEmpty() {
        Dictionary dictionary = Dictionary.of(List.of("", "a"));
        assertThat(dictionary.code(null)).isEqualTo(Dictionary.MISSING);
        assertThat(dictionary.code("")).isZero();
        assertThat(dictionary.code(" ")).isEqualTo(Dictionary.UNSEEN);
        assertThat(dictionary.code("A")).isEqualTo(Dictionary.UNSEEN);
        assertThat(dictionary.name(Dictionary.MISSING)).isNull();
    }

    @Test
    @Tag("T15")
    void keepsUnicodeFormsApart() {
        Dictionary dictionary = Dictionary.of(List.of("caf\u00e9", "cafe\u0301"));
        assertThat(dictionary.code("caf\u00e9")).isZero();
        assertThat(dictionary.code("cafe\u0301")).isEqualTo(1);
    }

    @Test
    void findsNamesOfOneHash() {
        List<String> names = List.of("AaAa", "AaBB", "BBAa", "BBBB");
        assertThat(names).extracting(String::hashCode).containsOnly("AaAa".hashCode());
        Dictionary dictionary = Dictionary.of(names);
        assertThat(names).extracting(dictionary::code).containsExactly(0, 1, 2, 3);
    }

    /** Where the table ends, the search goes on at its beginning: among so many prefixes some of them do. */
    @Test
    void doesNotTakeAnUnseenNameForOneOfTheSameHash() {
        for (int prefix = 0; prefix < 200; prefix++) {
            List<String> names = List.of(prefix + "AaAa", prefix + "AaBB", prefix + "BBAa");
            Dictionary dictionary = Dictionary.of(names);
            assertThat(names).extracting(dictionary::code).containsExactly(0, 1, 2);
            assertThat(dictionary.code(prefix + "BBBB")).isEqualTo(Dictionary.UNSEEN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 32, 33, 255, 256, 257, 5000})
    void findsAllNamesHoweverManyThereAre(int size) {
        List<String> names =
                IntStream.range(0, size).mapToObj(i -> "name " + i * 7).toList();
        Dictionary dictionary = Dictionary.of(names);
        for (int code = 0; code < size; code++) {
            assertThat(dictionary.code(names.get(code))).isEqualTo(code);
            assertThat(dictionary.code(names.get(code) + " ")).isEqualTo(Dictionary.UNSEEN);
        }
    }

    @Test
    void refusesANameTwice() {
        assertThatThrownBy(() -> Dictionary.of(List.of("a", "b", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
    }

    @Test
    void isEqualByNamesInTheirOrder() {
        assertThat(Dictionary.of(List.of("a", "b"))).isEqualTo(Dictionary.of(List.of("a", "b")));
        assertThat(Dictionary.of(List.of("a", "b"))).isNotEqualTo(Dictionary.of(List.of("b", "a")));
        assertThat(Dictionary.of(List.of())).isSameAs(Dictionary.empty());
    }

    @Test
    void doesNotFollowChangesOfTheListItWasMadeOf() {
        List<String> names = new ArrayList<>(List.of("a"));
        Dictionary dictionary = Dictionary.of(names);
        names.set(0, "b");
        assertThat(dictionary.names()).containsExactly("a");
    }
}
