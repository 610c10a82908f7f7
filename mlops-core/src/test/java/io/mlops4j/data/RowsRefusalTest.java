package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.SchemaException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T17")
class RowsRefusalTest {

    record Inner(LocalDateTime local, int fine) {}

    record Impossible(
            int fine,
            char letter,
            Character box,
            List<String> tags,
            double[] vector,
            Map<String, Integer> counts,
            BigDecimal price,
            Object anything,
            Optional<List<String>> maybe,
            Inner inner) {}

    @Test
    void listsEveryComponentThatCannotBeAColumn() {
        assertThatThrownBy(() -> Rows.of(Impossible.class))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        e -> assertThat(e.differences())
                                .containsExactly(
                                        "'letter' is of type char: write a String, for a char is either a short text or a number",
                                        "'box' is of type java.lang.Character: write a String, for a char is either a short text or"
                                                + " a number",
                                        "'tags' is of type java.util.List<java.lang.String>",
                                        "'vector' is of type double[]",
                                        "'counts' is of type java.util.Map<java.lang.String, java.lang.Integer>",
                                        "'price' is of type java.math.BigDecimal",
                                        "'anything' is of type java.lang.Object",
                                        "'maybe' is of type java.util.Optional<java.util.List<java.lang.String>>",
                                        "'inner.local' is of type java.time.LocalDateTime"))
                .hasMessageStartingWith("the record Impossible has components that cannot be columns.");
    }

    record Node(int value, Optional<Node> next) {}

    @Test
    void refusesARecordThatContainsItself() {
        assertThatThrownBy(() -> Rows.of(Node.class))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("a record that contains itself has no end");
    }

    record Point(double x) {}

    record Line(Point from, Point to) {}

    @Test
    void takesOneRecordTwiceInAnother() {
        assertThat(Rows.of(Line.class).schema().describe()).isEqualTo("from.x, to.x");
    }

    @Test
    void refusesWhatIsNoRecordOrHasNoComponents() {
        record Nothing() {}
        assertThatThrownBy(() -> Rows.of(String.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("String is not a record. Make it one, or write a RowReader for it.");
        assertThatThrownBy(() -> Rows.of(Nothing.class))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("no components");
    }

    @Test
    void refusesFreeTextThatIsNoString() {
        record Pet(String name, int age) {}
        RecordRows<Pet> pets = Rows.of(Pet.class);
        assertThatThrownBy(() -> pets.text("age"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("column 'age' of Pet is of type int: only a String can be free text.");
        assertThatThrownBy(() -> pets.text("nam"))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Did you mean 'name'?");
    }

    @Test
    void saysHowToGiveTheRightToReadARecordOfAClosedModule() {
        // java.base holds private records, which nobody outside may read
        Class<?> closed = closedRecord();
        assertThatThrownBy(() -> Rows.of(closed))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("module java.base")
                .hasMessageContaining("public record in an exported package")
                .hasMessageContaining(closed.getSimpleName() + ".class, MethodHandles.lookup())");
    }

    private static Class<?> closedRecord() {
        try {
            return Class.forName("jdk.internal.misc.ThreadTracker$ThreadRef", false, null);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
