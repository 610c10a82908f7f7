package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.prepare.Preprocessors.clip;
import static io.mlops4j.prepare.Preprocessors.constant;
import static io.mlops4j.prepare.Preprocessors.function;
import static io.mlops4j.prepare.Preprocessors.impute;
import static io.mlops4j.prepare.Preprocessors.minMax;
import static io.mlops4j.prepare.Preprocessors.missingIndicator;
import static io.mlops4j.prepare.Preprocessors.mostFrequent;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.ordinal;
import static io.mlops4j.prepare.Preprocessors.standardize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bundle holds of a step. */
class StoredStateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final NamedFunction LOG = Functions.number("log1p", 2, StrictMath::log1p);
    private static final Dataset NUMBERS = Rows.numbers(0.1, 0.7, Double.NaN, 3);
    private static final Dataset CATEGORIES = Rows.categories("b", "a", null, "b", "(other)");
    private static final Dataset FLAGS = Rows.of(Rows.FLAG.nullable(true), true, null);

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(impute(named("x"), Preprocessors.mean()), NUMBERS),
                Arguments.of(impute(named("x"), mostFrequent()), CATEGORIES),
                Arguments.of(impute(named("x"), mostFrequent()), FLAGS),
                Arguments.of(impute(named("x"), constant("")), CATEGORIES),
                Arguments.of(oneHot(named("x")), CATEGORIES),
                Arguments.of(oneHot(named("x")).minFrequency(2).unseen(Unseen.REFUSE), CATEGORIES),
                Arguments.of(
                        oneHot(named("x")).maxCategories(1).unseen(Unseen.OTHER).missingAbsent(), CATEGORIES),
                Arguments.of(ordinal(named("x")), CATEGORIES),
                Arguments.of(ordinal("x", "b", "a", "(other)").unseenAs(-1.5), CATEGORIES),
                Arguments.of(standardize(named("x")), NUMBERS),
                Arguments.of(minMax(named("x")), NUMBERS),
                Arguments.of(clip(named("x"), -0.5, 1), NUMBERS),
                Arguments.of(clip(named("x"), 1, 1), NUMBERS),
                Arguments.of(minMax(named("x")), Rows.numbers(2, 2)),
                Arguments.of(function(named("x"), LOG), NUMBERS),
                Arguments.of(missingIndicator(named("x")), NUMBERS),
                Arguments.of(missingIndicator(named("x")), CATEGORIES));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void anEqualStepComesBackAndDoesTheSame(Preprocessor step, Dataset rows) {
        FittedPreprocessor fitted = Rows.fit(step, rows);
        FittedPreprocessor restored = Rows.restore(step.name(), fitted.state(), LOG);

        assertThat(restored).isEqualTo(fitted).hasSameHashCodeAs(fitted);
        assertThat(restored.name()).isEqualTo(step.name());
        assertThat(restored.outputSchema(rows.schema())).isEqualTo(step.outputSchema(rows.schema()));
        assertThat(restored.transform(rows)).hasToString(fitted.transform(rows).toString());
        assertThat(restored.state()).isEqualTo(fitted.state());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void itSurvivesJsonWhichMayTurnEveryNumberIntoADouble(Preprocessor step, Dataset rows) throws Exception {
        FittedPreprocessor fitted = Rows.fit(step, rows);
        Map<String, Object> read = read(JSON.writeValueAsString(fitted.state()));

        assertThat(Rows.restore(step.name(), read, LOG)).isEqualTo(fitted);
        assertThat(Rows.restore(step.name(), doubles(read), LOG)).isEqualTo(fitted);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theKeysAlwaysHaveTheSameOrder(Preprocessor step, Dataset rows) throws Exception {
        assertThat(JSON.writeValueAsString(Rows.fit(step, rows).state()))
                .isEqualTo(JSON.writeValueAsString(Rows.fit(step, rows).state()))
                .startsWith("{\"columns\":[{\"column\":\"x\",");
    }

    @ParameterizedTest
    @MethodSource("steps")
    @Tag("T03")
    void everyMissingUnknownOrMistypedKeyIsRefused(Preprocessor step, Dataset rows) {
        Map<String, Object> state = Rows.fit(step, rows).state();
        for (Object key : Rows.learned(Rows.fit(step, rows)).keySet()) {
            String name = "'columns[0]." + key + "'";
            refused(step.name(), changed(state, (String) key, null, true), name);
            refused(step.name(), changed(state, (String) key, null, false), name);
            refused(step.name(), changed(state, (String) key, Map.of(), false), name);
        }
        refused(
                step.name(),
                changed(state, "class", "java.lang.Runtime", false),
                "'columns[0].class': expected no such key");
        Map<String, Object> more = new LinkedHashMap<>(state);
        more.put("more", 1);
        refused(step.name(), more, "'more': expected no such key");
        refused(step.name(), Map.of(), "'columns': expected a value, but there is none");
        refused(step.name(), Map.of("columns", "x"), "'columns': expected a list");
        refused(step.name(), Map.of("columns", List.of()), "'columns': expected at least one column");
        refused(step.name(), Map.of("columns", List.of("x")), "'columns': expected a list of objects");
        Object learned = Rows.learned(Rows.fit(step, rows));
        refused(
                step.name(),
                Map.of("columns", List.of(learned, learned)),
                "'columns[1].column': expected each column once");
    }

    @ParameterizedTest
    @Tag("T03")
    @CsvSource(delimiter = '|', textBlock = """
            impute            | {"column":"x","type":"numeric","value":"NaN"}                                 | value': expected a number
            impute            | {"column":"x","type":"boolean","value":0.5}                                   | value': expected 0 or 1
            impute            | {"column":"x","type":"timestamp","value":1}                                   | type': expected one of [boolean, categorical, numeric]
            impute            | {"column":"x","type":"NUMERIC","value":1}                                     | type': expected one of
            impute            | {"column":"x","type":"categorical","value":1}                                 | value': expected a text
            impute            | {"column":" ","type":"numeric","value":1}                                     | column': expected a name
            standardize       | {"column":"x","nullable":false,"mean":1,"scale":0}                            | scale': expected a number above 0
            standardize       | {"column":"x","nullable":false,"mean":1,"scale":-1}                           | scale': expected a number above 0
            standardize       | {"column":"x","nullable":false,"mean":1e999,"scale":1}                        | mean': expected a finite number
            standardize       | {"column":"x","nullable":"no","mean":1,"scale":1}                             | nullable': expected true or false
            min_max           | {"column":"x","nullable":false,"least":2,"greatest":1}                        | greatest': expected a number not below
            clip              | {"column":"x","nullable":false,"low":2,"high":1}                              | high': expected a number not below
            function          | {"column":"x","nullable":false,"function":"log1p","version":1.5}              | version': expected an integer
            function          | {"column":"x","nullable":false,"function":"log1p","version":0}                | version': expected a number of at least 1
            function          | {"column":"x","nullable":false,"function":"a b","version":1}                  | function': expected the name of a function
            missing_indicator | {"column":"x","type":"sparse"}                                                | type': expected one of
            ordinal           | {"column":"x","nullable":false,"categories":[],"unseen":1}                    | categories': expected at least one name
            ordinal           | {"column":"x","nullable":false,"categories":["a","a"],"unseen":1}             | categories': expected each name once
            ordinal           | {"column":"x","nullable":false,"categories":["a"],"unseen":"absent"}          | unseen': expected 'refuse' or a number
            ordinal           | {"column":"x","nullable":false,"categories":["a",null],"unseen":1}            | categories': expected a list of texts
            one_hot           | {"column":"x","categories":["b","a"],"missing":true,"other":true,"rare":[],"unseen":"other"}    | categories': expected texts ordered by code point
            one_hot           | {"column":"x","categories":["a","a"],"missing":true,"other":true,"rare":[],"unseen":"other"}    | categories': expected texts ordered by code point
            one_hot           | {"column":"x","categories":["a"],"missing":true,"other":true,"rare":["a"],"unseen":"absent"}    | rare': expected none of the categories
            one_hot           | {"column":"x","categories":["a"],"missing":true,"other":false,"rare":["b"],"unseen":"absent"}   | rare': expected no names without
            one_hot           | {"column":"x","categories":["a"],"missing":true,"other":true,"rare":["c","b"],"unseen":"absent"} | rare': expected texts ordered
            one_hot           | {"column":"x","categories":["a"],"missing":true,"other":true,"rare":[],"unseen":"ignore"}       | unseen': expected one of [absent, other, refuse]
            """)
    void aValueOutOfItsRangeIsRefused(String step, String column, String message) throws Exception {
        Map<String, Object> state = Map.of("columns", List.of(read(column)));

        refused(step, state, message);
    }

    @Test
    @Tag("T03")
    void aDamagedListOfDroppedColumnsIsRefused() {
        refused("drop", Map.of("columns", List.of()), "'columns': expected at least one column, and each once");
        refused("drop", Map.of("columns", List.of("a", "a")), "'columns': expected at least one column, and each once");
        refused("drop", Map.of("columns", List.of(1)), "'columns': expected a list of texts");
        refused("drop", Map.of("columns", List.of("a"), "x", 1), "'x': expected no such key");
        refused("drop", Map.of(), "'columns': expected a value");
    }

    @Test
    @Tag("T14")
    void noStateHoldsMinusZeroBecauseJsonHasNone() throws Exception {
        Dataset zeros = Rows.numbers(-0.0, -0.0);
        List<FittedPreprocessor> all = List.of(
                Rows.fit(impute(named("x"), mostFrequent()), zeros),
                Rows.fit(standardize(named("x")), zeros),
                Rows.fit(minMax(named("x")), zeros),
                Rows.fit(clip(named("x"), -0.0, -0.0), zeros),
                Rows.fit(ordinal("x", "a").unseenAs(-0.0), Rows.categories("a")));

        for (FittedPreprocessor fitted : all) {
            assertThat(JSON.writeValueAsString(fitted.state())).contains("0.0").doesNotContain("-0");
        }
    }

    @Test
    void aStateCannotBeChanged() {
        FittedPreprocessor fitted = Rows.fit(standardize(named("x")), NUMBERS);

        assertThatThrownBy(() -> fitted.state().put("more", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everyKindOfStepHasOneFormat() {
        assertThat(PreprocessorFormats.builtIn(List.of()).stream().map(PreprocessorFormat::name))
                .containsExactlyInAnyOrder(
                        "impute",
                        "one_hot",
                        "ordinal",
                        "standardize",
                        "min_max",
                        "clip",
                        "function",
                        "missing_indicator",
                        "drop");
    }

    private static void refused(String step, Map<String, Object> state, String where) {
        assertThatThrownBy(() -> Rows.restore(step, state, LOG))
                .isInstanceOf(CorruptArtifactException.class)
                .hasMessageStartingWith("The stored step '" + step + "' is damaged at '")
                .hasMessageContaining(where)
                .hasMessageEndingWith(". Restore a good copy of the bundle.");
    }

    private static Map<String, Object> read(String json) throws JsonProcessingException {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    /** The state with another value at a key of its first column, or without the key. */
    private static Map<String, Object> changed(Map<String, Object> state, String key, Object value, boolean remove) {
        Map<Object, Object> column = new LinkedHashMap<>((Map<?, ?>) ((List<?>) state.get("columns")).get(0));
        column.put(key, value);
        if (remove) {
            column.remove(key);
        }
        return Map.of("columns", List.of(column));
    }

    private static Map<String, Object> doubles(Map<String, Object> state) {
        Map<String, Object> changed = new LinkedHashMap<>();
        state.forEach((key, value) -> changed.put(key, doubled(value)));
        return changed;
    }

    private static Object doubled(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        } else if (value instanceof List<?> list) {
            List<Object> changed = new ArrayList<>();
            list.forEach(element -> changed.add(doubled(element)));
            return changed;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> changed = new LinkedHashMap<>();
            map.forEach((key, element) -> changed.put((String) key, doubled(element)));
            return changed;
        }
        return value;
    }
}
