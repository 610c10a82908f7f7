package io.mlops4j.api.train;

/** Opens models that another library stored. Given to the library explicitly, or found as a service. */
public interface ModelFormat {

    /**
     * The name of the format.
     *
     * @return for example {@code tribuo-protobuf}
     */
    String name();

    /**
     * Opens a model. Nothing that the bytes name may be run, or even loaded, unless it is on a fixed list.
     *
     * @param model the stored model, from a verified bundle
     * @param space the features that it was trained on
     * @param outputs the names of its outputs: the classes in order, or one name for a regression
     * @return the open model, to be closed by the caller
     * @throws io.mlops4j.api.error.CorruptArtifactException if the bytes are not such a model
     * @throws io.mlops4j.api.error.UnsupportedModelException if they are a model of another version or kind
     */
    OpenModel open(ReferenceModel model, FeatureSpace space, java.util.List<String> outputs);
}
