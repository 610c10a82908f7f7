package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.error.CorruptArtifactException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts whose digest is right, but which say what no bundle says. */
@Tag("T05")
class PartContentTest {

    private static final Supplier<BundleParts> LINEAR = Samples::linear;
    private static final Supplier<BundleParts> TREES = Samples::trees;
    private static final Supplier<BundleParts> NUMBER = Samples::regression;

    static Stream<Arguments> edits() {
        return Stream.of(
                // schema
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"nullable\":true,",
                        "",
                        "$.columns[0]: expected the keys [categories, name, nullable, role, type]"),
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"nullable\":true",
                        "\"nullable\":1",
                        "$.columns[0].nullable: expected true or false, found a number"),
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"numeric\"",
                        "\"Numeric\"",
                        "$.columns[0].type: expected one of [numeric, categorical"),
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"numeric\"",
                        "\"sparse\"",
                        "$.columns[0].type: a sparse column is made by preprocessing, never read"),
                edit(LINEAR, Part.SCHEMA, "\"time\"", "7", "$.columns[4].role: expected one of [feature,"),
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"age\"",
                        "\"sex\"",
                        "part 'schema.json': two columns of Passenger are called 'sex'"),
                edit(LINEAR, Part.SCHEMA, "\"age\"", "\"\"", "part 'schema.json': A column needs a name"),
                edit(LINEAR, Part.SCHEMA, "\"female\"", "\"male\"", "part 'schema.json': The name 'male' stands twice"),
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"female\"",
                        "null",
                        "$.columns[1].categories[0]: expected a text, found null"),
                edit(LINEAR, Part.SCHEMA, "[\"0\",\"1\"]", "[\"1\",\"0\"]", "ordered by code point"),
                edit(LINEAR, Part.SCHEMA, "[\"0\",\"1\"]", "{}", "$.classes.names: expected an array, found an object"),
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"category\"",
                        "\"ranking\"",
                        "$.target.kind: expected 'category' or 'number'"),
                edit(
                        LINEAR,
                        Part.SCHEMA,
                        "\"kind\":\"category\"",
                        "\"kind\":\"number\"",
                        "$.target: expected the keys [column, kind], found ['column', 'kind', 'positive']"),
                edit(
                        NUMBER,
                        Part.SCHEMA,
                        "\"classes\":null",
                        "\"classes\":[]",
                        "$.classes: expected an object, found an array"),
                edit(
                        NUMBER,
                        Part.SCHEMA,
                        "\"kind\":\"number\"",
                        "\"kind\":\"category\"",
                        "$.target: expected the keys [column, kind, positive]"),
                // features
                edit(
                        LINEAR,
                        Part.FEATURES,
                        "[\"age\"]",
                        "[\"age\",\"age2\"]",
                        "part 'features.json': The features of column 'age'"),
                edit(
                        LINEAR,
                        Part.FEATURES,
                        "[\"age\"],\"sparse\":false",
                        "[],\"sparse\":true",
                        "The model reads 3 features, the preparation gives 2"),
                // preparation
                edit(
                        LINEAR,
                        Part.PREPARATION,
                        "\"strict\":true",
                        "\"strict\":null",
                        "$.steps[0].state: the value of 'strict' is null"),
                edit(
                        LINEAR,
                        Part.PREPARATION,
                        "\"strict\":true",
                        "\"strict\":\"yes\"",
                        "$.steps[0]: step 'scale' cannot be made from its state"),
                edit(
                        LINEAR,
                        Part.PREPARATION,
                        "\"age\":5.684341886080802e-14",
                        "\"corrupt\":1",
                        "$.steps[0]: step 'scale': the factors are wrong"),
                // golden rows
                edit(
                        LINEAR,
                        Part.GOLDEN,
                        "\"outputs\":2",
                        "\"outputs\":3",
                        "$.rows[0].answers: expected 3 answers, found 2"),
                edit(
                        LINEAR,
                        Part.GOLDEN,
                        "\"outputs\":2",
                        "\"outputs\":4294967296",
                        "$.outputs: expected a count up to 2147483647"),
                edit(
                        LINEAR,
                        Part.GOLDEN,
                        "\"outputs\":2",
                        "\"outputs\":1.5",
                        "$.outputs: expected a count, found a number that is none"),
                edit(
                        LINEAR,
                        Part.GOLDEN,
                        "[\"-0\",\"male\",true",
                        "[\"male\",true",
                        "$.rows[0].input: expected 5 values, found 4"),
                edit(LINEAR, Part.GOLDEN, "[\"-0\"", "[\"0\"", "$.rows[0].input[0]: expected a number, null, \"-0\""),
                edit(LINEAR, Part.GOLDEN, "[\"-0\"", "[false", "found a boolean"),
                edit(LINEAR, Part.GOLDEN, "\"male\"", "7", "$.rows[0].input[1]: expected a text, found a number"),
                edit(LINEAR, Part.GOLDEN, "true", "1", "$.rows[0].input[2]: expected true or false"),
                edit(LINEAR, Part.GOLDEN, "00.000000001Z", "00Y", "$.rows[0].input[4]: it is not an instant."),
                edit(
                        LINEAR,
                        Part.GOLDEN,
                        "12:00:00.000000001Z",
                        "12:00:00.0Z",
                        "it is not an instant in its only form"),
                edit(LINEAR, Part.GOLDEN, "1912-04-10T", "9999-04-10T", "part 'golden.json': "),
                edit(LINEAR, Part.GOLDEN, "[0.25,0.75]", "[0.25,null]", "The answer to a golden row is not finite"),
                // profile
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "\"numeric\"",
                        "\"complex\"",
                        "$.columns[0].kind: expected 'numeric', 'category', 'text' or 'timestamp'"),
                edit(LINEAR, Part.PROFILE, "\"zeros\":0", "\"zeros\":-1", "$.columns[0].zeros: expected a count"),
                edit(LINEAR, Part.PROFILE, ",\"zeros\":0", "", "$.columns[0]: expected the keys"),
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "[5.684341886080802e-14,",
                        "[",
                        "part 'profile.json': There are 15 quantiles, not 14"),
                edit(LINEAR, Part.PROFILE, "[0,700,14]", "[0,700]", "part 'profile.json': 2 edges make 3 bins, not 2"),
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "[0,700,14]",
                        "[0,700,-14]",
                        "$.columns[0].bins.counts[2]: expected a count"),
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "[0,700,14]",
                        "[0,700,15]",
                        "part 'profile.json': The bins of column 'age' hold 715 values, but only 714 are present"),
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "[\"-0\",",
                        "[1,",
                        "part 'profile.json': Edges of bins are finite and rising"),
                edit(LINEAR, Part.PROFILE, "[\"-0\",", "[null,", "part 'profile.json': Edges of bins are finite"),
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "\"counts\":[0,700,14],",
                        "",
                        "$.columns[0].bins: expected the keys [counts, edges]"),
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "\"name\":\"female\"",
                        "\"name\":\"male\"",
                        "$.columns[1].counts[1].name: the category is counted twice"),
                edit(LINEAR, Part.PROFILE, "1970-01-01T00:00:00Z", "today", "$.columns[3].first: it is not an instant"),
                edit(
                        LINEAR,
                        Part.PROFILE,
                        "\"longest\":5",
                        "\"longest\":5e+21",
                        "$.columns[2].longest: expected a count"),
                // evaluation
                edit(
                        LINEAR,
                        Part.EVALUATION,
                        "\"macro\"",
                        "\"mean\"",
                        "$.measurements[2].metric.averaging: expected one of [none, micro, macro, weighted], found a text"),
                edit(
                        LINEAR,
                        Part.EVALUATION,
                        "[[90,10],",
                        "[[90],",
                        "part 'evaluation.json': A confusion matrix of 2 classes"),
                edit(
                        LINEAR,
                        Part.EVALUATION,
                        "\"level\":0.95,",
                        "",
                        "$.measurements[0].interval: expected the keys [level, lower, upper]"),
                edit(
                        TREES,
                        Part.EVALUATION,
                        "\"value\":\"male\"",
                        "\"value\":null",
                        "$.measurements[1].slice.value: expected a text, found null"),
                // lineage
                edit(
                        LINEAR,
                        Part.LINEAGE,
                        "\"seed\":42",
                        "\"seed\":null",
                        "part 'lineage.json', $: the value of 'seed' is null"));
    }

    private static Arguments edit(Supplier<BundleParts> sample, Part part, String what, String by, String problem) {
        return Arguments.of(sample, part, what, by, problem);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void isRefusedWithItsPlace(Supplier<BundleParts> sample, Part part, String what, String by, String problem) {
        String before = new Rebuilt(sample.get()).text(part);
        int at = before.indexOf(what);
        assertThat(at).as("the sample has %s", what).isNotNegative();
        byte[] edited = new Rebuilt(sample.get())
                .change(part, text -> text.substring(0, at) + by + text.substring(at + what.length()))
                .consistent();

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> Samples.reader().read(edited))
                .withMessageContaining(problem);
    }

    @Test
    void everyPartInJsonIsComparedWithItsOnlyForm() {
        for (Part part : Part.values()) {
            if (part.file().endsWith(".json") && part != Part.MANIFEST) {
                byte[] spaced = new Rebuilt(Samples.linear())
                        .change(part, text -> text + " ")
                        .consistent();
                assertThatExceptionOfType(CorruptArtifactException.class)
                        .isThrownBy(() -> Samples.reader().read(spaced))
                        .withMessageContaining("part '" + part.file() + "': it is not in canonical form");
            }
        }
    }

    @Test
    void everyPartInJsonRefusesKeysThatItDoesNotKnow() {
        for (Part part : Part.values()) {
            if (part.file().endsWith(".json") && part != Part.MANIFEST && part != Part.LINEAGE) {
                byte[] extended = new Rebuilt(Samples.linear())
                        .change(part, text -> text.substring(0, text.length() - 1) + ",\"~\":1}")
                        .consistent();
                assertThatExceptionOfType(CorruptArtifactException.class)
                        .isThrownBy(() -> Samples.reader().read(extended))
                        .withMessageContaining("part '" + part.file() + "', $: expected the keys [");
            }
        }
    }

    @Test
    void aConsistentEditIsAnotherBundle() {
        Bundle edited = Samples.reader()
                .read(new Rebuilt(Samples.linear())
                        .replace(Part.LINEAGE, "\"seed\":42", "\"seed\":43")
                        .consistent());

        assertThat(edited.lineage()).containsEntry("seed", 43.0);
        assertThat(edited.digest())
                .isNotEqualTo(Bundles.assemble(Samples.linear()).digest());
    }
}
