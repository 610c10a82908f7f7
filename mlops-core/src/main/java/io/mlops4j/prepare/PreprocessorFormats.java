package io.mlops4j.prepare;

import io.mlops4j.api.prepare.PreprocessorFormat;
import java.util.List;

/** The readers of the built-in steps' stored states. */
public final class PreprocessorFormats {

    private PreprocessorFormats() {}

    /**
     * One reader for each kind of built-in step. All are strict: an unknown or missing key, a value of the wrong type or out
     * of its range is a {@link io.mlops4j.api.error.CorruptArtifactException}.
     *
     * @param functions the functions that stored steps may name; several versions of one name are welcome
     * @return the formats
     * @throws IllegalArgumentException if a function is there twice in one version
     */
    public static List<PreprocessorFormat> builtIn(List<NamedFunction> functions) {
        FunctionRegistry registry = new FunctionRegistry(functions);
        return List.of(
                new ColumnFormat(Preprocessors.IMPUTE, ImputedCategory::restore),
                new ColumnFormat(OneHot.NAME, OneHotColumn::restore),
                new ColumnFormat(Ordinal.NAME, OrdinalColumn::restore),
                new ColumnFormat(Preprocessors.STANDARDIZE, Standardized::restore),
                new ColumnFormat(Preprocessors.MIN_MAX, Rescaled::restore),
                new ColumnFormat(Preprocessors.CLIP, Clipped::restore),
                new ColumnFormat(Preprocessors.FUNCTION, state -> FunctionColumn.restore(state, registry)),
                new ColumnFormat(Preprocessors.MISSING_INDICATOR, MissingIndicatorColumn::restore),
                new DroppedColumns.Format());
    }
}
