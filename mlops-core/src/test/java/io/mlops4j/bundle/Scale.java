package io.mlops4j.bundle;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.List;
import java.util.Map;

/** A step of the tests that keeps every kind of state and changes nothing. */
record Scale(List<String> columns, Map<String, Object> factors, boolean strict) implements FittedPreprocessor {

    static final String NAME = "scale";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schema outputSchema(Schema input) {
        return input;
    }

    @Override
    public Dataset transform(Dataset rows) {
        return rows;
    }

    @Override
    public Map<String, Object> state() {
        return Map.of("columns", columns, "factors", factors, "strict", strict);
    }

    /** Restores it, and refuses what the tests ask it to refuse. */
    static final class Format implements PreprocessorFormat {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        @SuppressWarnings("unchecked")
        public FittedPreprocessor restore(Map<String, Object> state) {
            Map<String, Object> factors = (Map<String, Object>) state.get("factors");
            if (factors.containsKey("corrupt")) {
                throw new CorruptArtifactException("the factors are wrong.");
            }
            if (factors.containsKey("function")) {
                throw new UnsupportedModelException("there is no function 'twice' version 2.");
            }
            return new Scale((List<String>) state.get("columns"), factors, (Boolean) state.get("strict"));
        }
    }
}
