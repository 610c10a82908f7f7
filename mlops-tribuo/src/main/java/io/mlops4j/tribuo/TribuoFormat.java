package io.mlops4j.tribuo;

import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.ReferenceModel;
import java.util.List;

/** Opens the models that the trainers of this module store. Public, because it is found as a service. */
public final class TribuoFormat implements ModelFormat {

    static final String NAME = "tribuo-protobuf";

    /** The format; it has no state. */
    public TribuoFormat() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OpenModel open(ReferenceModel model, FeatureSpace space, List<String> outputs) {
        return open(model, new FeatureOrder(space), Outputs.of(outputs));
    }

    private static OpenModel open(ReferenceModel model, FeatureOrder order, Outputs<?> outputs) {
        return new Preflight(order, outputs).check(model.bytes()).open(outputs, order);
    }
}
