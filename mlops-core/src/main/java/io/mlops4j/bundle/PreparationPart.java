package io.mlops4j.bundle;

import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.json.JsonObject;
import java.util.List;

/** The fitted steps, each by the name of its format and what it learned. */
final class PreparationPart {

    private PreparationPart() {}

    static JsonObject encode(List<FittedPreprocessor> steps) {
        return new JsonObject()
                .with(
                        "steps",
                        steps.stream()
                                .map(step -> new JsonObject()
                                        .with("name", step.name())
                                        .with("state", StrictJson.copy(Part.PREPARATION, step.state())))
                                .toList());
    }

    static List<FittedPreprocessor> decode(JsonValue json, PreprocessorFormatIndex formats) {
        json.withKeys("steps");
        return json.get("steps").list(step -> {
            step.withKeys("name", "state");
            return formats.restore(
                    step, step.get("name").text(), step.get("state").members());
        });
    }
}
