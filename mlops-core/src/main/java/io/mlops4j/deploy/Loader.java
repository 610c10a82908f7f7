package io.mlops4j.deploy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.deploy.SwapReceipt.Check;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.environment.Environment;
import io.mlops4j.watch.ReferenceBins;
import java.util.List;

/** Makes a version ready to answer and to be watched, step by step; nobody sees it before the last one passed. */
final class Loader<I, Y extends Prediction> {

    /** So often are the golden rows answered before the first real one comes. */
    private static final int WARM_ROUNDS = 50;

    /** The library of a model that is not compiled is slow, and has nothing to warm but itself. */
    private static final int FOREIGN_ROUNDS = 1;

    private final Opener<I, Y> opener;
    private final Environment environment;
    private final Memory memory;
    private final KnownClasses classes;
    private final Journal journal;

    Loader(Opener<I, Y> opener, Environment environment, Memory memory, KnownClasses classes, Journal journal) {
        this.opener = opener;
        this.environment = environment;
        this.memory = memory;
        this.classes = classes;
        this.journal = journal;
    }

    /** A version that can answer, its bundle, and what was done to be sure. */
    record Loaded<I, Y extends Prediction>(Live<I, Y> live, Bundle bundle, List<Check> checks) {}

    /** Loads a version of the registry. */
    Loaded<I, Y> load(String model, int number) throws Steps.FailedException {
        Steps steps = new Steps(environment.ticker());
        return warm(steps, opener.open(steps, opener.find(steps, model, number)));
    }

    /** Loads the copy of a version, which the registry need not know of. */
    Loaded<I, Y> load(LastGood.Copy copy) throws Steps.FailedException {
        Steps steps = new Steps(environment.ticker());
        return warm(steps, opener.open(steps, copy.version(), copy.content().digest(), copy.content()));
    }

    private Loaded<I, Y> warm(Steps steps, Opener.Opened<I, Y> opened) throws Steps.FailedException {
        try {
            Live<I, Y> live = steps.take("warm", () -> warmed(opened));
            journal.opened(opened.predictor());
            return new Loaded<>(live, opened.bundle(), steps.passed());
        } catch (Steps.FailedException e) {
            opened.predictor().retire();
            throw e;
        }
    }

    private Live<I, Y> warmed(Opener.Opened<I, Y> opened) {
        Bundle bundle = opened.bundle();
        int rounds = bundle.form().isPresent() ? WARM_ROUNDS : FOREIGN_ROUNDS;
        double[] scores = new double[bundle.golden().answers().length];
        for (int i = 0; i < rounds; i++) {
            opened.predictor().scorer().score(bundle.golden().inputs(), scores);
        }
        classes.add(opened.version(), bundle.classes());
        return new Live<>(
                opened.version(),
                bundle.digest(),
                opened.predictor(),
                opener.type(),
                ReferenceBins.of(bundle),
                memory,
                environment.ticker());
    }
}
