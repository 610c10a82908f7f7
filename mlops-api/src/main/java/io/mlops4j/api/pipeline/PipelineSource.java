package io.mlops4j.api.pipeline;

import io.mlops4j.api.data.DataSource;
import java.util.regex.Pattern;

/** A pipeline that has a name, and now needs a source. */
public final class PipelineSource {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final String name;

    PipelineSource(String name) {
        if (!NAME.matcher(name).matches()) {
            String shown = name.replaceAll("[^\\x20-\\x7e]", "?");
            throw new IllegalArgumentException(
                    "'" + (shown.length() > 40 ? shown.substring(0, 40) + "…" : shown)
                            + "' is no name for a pipeline: use letters, digits, '.', '-' and '_', at most 100, the first a letter or digit.");
        }
        this.name = name;
    }

    /**
     * Says where the rows come from.
     *
     * @param source gives rows for training, and knows how one is read at prediction time
     * @param <I> the type of a row
     * @return the next step of the declaration: what is to be predicted
     */
    public <I> PipelineTarget<I> source(DataSource<I> source) {
        return new PipelineTarget<>(name, source);
    }
}
