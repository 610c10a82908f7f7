package io.mlops4j.deploy;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.ModelOpening;
import io.mlops4j.predict.ModelPredictor;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Loads versions for a store: from the registry, or from a copy if the registry is of no use. */
final class StoreLoading<I, Y extends Prediction> implements ModelCache.Loading<I, Y> {

    private final Opener<I, Y> opener;
    private final Environment environment;
    private final Instead instead;
    /** The digests of the bundles that gave their golden answers here: a second load cannot give others. */
    private final Set<String> proven = ConcurrentHashMap.newKeySet();
    /** The versions whose columns were compared; they are the same when one is loaded again. */
    private final Set<ModelCache.Key> compared = ConcurrentHashMap.newKeySet();

    StoreLoading(Opener<I, Y> opener, Environment environment, Instead instead) {
        this.opener = opener;
        this.environment = environment;
        this.instead = instead;
    }

    /** Finds the bundle of a version that the registry does not give. */
    interface Instead {
        Optional<BundleContent> of(ModelCache.Key key, RuntimeException failure);
    }

    /** A step that can fail. */
    private interface Step<T> {
        T run() throws Steps.FailedException;
    }

    @Override
    public Found<I, Y> find(ModelCache.Key key) {
        Steps steps = new Steps(environment.ticker());
        try {
            ModelVersion version = done(() -> opener.find(steps, key.model(), key.version()));
            return new Found<>(version.size(), () -> fromRegistry(steps, key, version));
        } catch (NotFoundException e) {
            throw e;
        } catch (MlopsException e) {
            BundleContent copy = instead.of(key, e).orElseThrow(() -> e);
            return new Found<>(copy.size(), () -> fromCopy(steps, key, copy));
        }
    }

    private ModelPredictor<I, Y> fromRegistry(Steps steps, ModelCache.Key key, ModelVersion version) {
        try {
            BundleContent content = done(() -> opener.content(steps, version));
            return served(steps, key, version.digest(), content);
        } catch (MlopsException e) {
            BundleContent copy = instead.of(key, e)
                    .filter(content -> content.digest().equals(version.digest()))
                    .orElseThrow(() -> e);
            return fromCopy(steps, key, copy);
        }
    }

    private ModelPredictor<I, Y> fromCopy(Steps steps, ModelCache.Key key, BundleContent copy) {
        return served(steps, key, copy.digest(), copy);
    }

    private ModelPredictor<I, Y> served(Steps steps, ModelCache.Key key, String digest, BundleContent content) {
        ModelPredictor<I, Y> predictor =
                done(() -> opener.serve(steps, key.version(), digest, content, proven.contains(digest)));
        proven.add(digest);
        return predictor;
    }

    @Override
    public void loaded(ModelCache.Key key, ModelPredictor<I, Y> predictor) {
        if (compared.add(key)) {
            ModelOpening.extraColumns(predictor, environment.clock().instant()).ifPresent(environment.emitter()::emit);
        }
    }

    private static <T> T done(Step<T> step) {
        try {
            return step.run();
        } catch (Steps.FailedException e) {
            throw e.reason();
        }
    }
}
