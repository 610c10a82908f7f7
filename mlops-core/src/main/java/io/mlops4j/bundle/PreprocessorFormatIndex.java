package io.mlops4j.bundle;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.json.Quoted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The formats of steps by name. They were all given by the caller; nothing is searched for. */
final class PreprocessorFormatIndex {

    private final Map<String, PreprocessorFormat> formats = new TreeMap<>();

    PreprocessorFormatIndex(List<PreprocessorFormat> formats) {
        for (PreprocessorFormat format : formats) {
            PreprocessorFormat before = this.formats.put(format.name(), format);
            if (before != null) {
                throw new MlopsException("Two formats restore steps called '" + format.name() + "': "
                        + before.getClass().getName() + " and "
                        + format.getClass().getName() + ". Give only one of them.");
            }
        }
    }

    /** Makes a step again; {@code where} says in which place of the bundle it stands. */
    FittedPreprocessor restore(JsonValue where, String name, Map<String, Object> state) {
        PreprocessorFormat format = formats.get(name);
        if (format == null) {
            throw new UnsupportedModelException(step(where, name) + " has no format here, only " + formats.keySet()
                    + " have. Give its PreprocessorFormat to the reader.");
        }
        try {
            return format.restore(state);
        } catch (UnsupportedModelException e) {
            throw new UnsupportedModelException(step(where, name) + ": " + e.getMessage(), e);
        } catch (CorruptArtifactException e) {
            throw new CorruptArtifactException(step(where, name) + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new CorruptArtifactException(step(where, name) + " cannot be made from its state.", e);
        }
    }

    private static String step(JsonValue where, String name) {
        return where.where() + "step " + Quoted.of(name);
    }
}
