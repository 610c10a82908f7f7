package io.mlops4j.api.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A pipeline was declared in a way that cannot work; thrown by {@code build()}, before any data are read. */
public final class InvalidPipelineException extends MlopsException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String pipeline;
    private final String stage;

    /**
     * Says which stage of which pipeline is wrong.
     *
     * @param pipeline the name of the pipeline
     * @param stage the stage, as the builder's method is called
     * @param problem what is wrong, what was expected and what to do
     * @param cause what found it, or null
     */
    public InvalidPipelineException(String pipeline, String stage, String problem, @Nullable Throwable cause) {
        super("Pipeline '" + pipeline + "', " + stage + ": " + problem, cause);
        this.pipeline = pipeline;
        this.stage = stage;
    }

    /**
     * The pipeline that cannot be built.
     *
     * @return its name
     */
    public String pipeline() {
        return pipeline;
    }

    /**
     * The stage in which the problem lies.
     *
     * @return the name of the builder's method
     */
    public String stage() {
        return stage;
    }
}
