package io.mlops4j.bundle;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.Quoted;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a bundle, in the order in which they lie in it. */
enum Part {
    MANIFEST("manifest.json", true),
    SCHEMA("schema.json", true),
    PREPARATION("preparation.json", true),
    FEATURES("features.json", true),
    MODEL("model.bin", false),
    REFERENCE("reference.bin", false),
    GOLDEN("golden.json", true),
    PROFILE("profile.json", true),
    EVALUATION("evaluation.json", true),
    LINEAGE("lineage.json", true);

    private final String file;
    private final boolean required;

    Part(String file, boolean required) {
        this.file = file;
        this.required = required;
    }

    String file() {
        return file;
    }

    /** The parts of these file names, which must be all required ones and in order: there is one way to order a bundle. */
    static List<Part> inOrder(List<String> files) {
        List<Part> parts = Arrays.stream(values())
                .filter(part -> part.required || files.contains(part.file))
                .toList();
        List<String> expected = parts.stream().map(Part::file).toList();
        if (!files.equals(expected)) {
            throw new CorruptArtifactException("container: a bundle with these parts holds " + expected + ", found "
                    + files.stream().map(Quoted::of).toList() + ".");
        }
        return parts;
    }

    CorruptArtifactException corrupt(String problem) {
        return corrupt(problem, null);
    }

    CorruptArtifactException corrupt(String problem, @Nullable Throwable cause) {
        return new CorruptArtifactException("part '" + file + "': " + problem, cause);
    }
}
