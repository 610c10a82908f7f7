package io.mlops4j.deploy;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelFormat;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.ReferenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Models as another library would have them: closed by hand, and as bad as a test wants them to be. Each answers a
 * probability of its own, and notices if it is called after it was closed.
 */
final class ScriptedFormat implements ModelFormat {

    static final String NAME = "scripted";

    /** What a model does instead of answering, by its number. */
    final Map<Integer, Supplier<double[]>> instead = new ConcurrentHashMap<>();

    final List<Model> opened = new ArrayList<>();
    final AtomicInteger calledAfterClose = new AtomicInteger();

    static double probability(int script) {
        return 0.5 + script / 1000.0;
    }

    static double[] answers(int script, int rows) {
        double[] answers = new double[2 * rows];
        for (int row = 0; row < rows; row++) {
            answers[2 * row] = 1 - probability(script);
            answers[2 * row + 1] = probability(script);
        }
        return answers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OpenModel open(ReferenceModel model, FeatureSpace space, List<String> outputs) {
        Model open = new Model(model.bytes()[0]);
        synchronized (opened) {
            opened.add(open);
        }
        return open;
    }

    /** How many are open. */
    long open() {
        synchronized (opened) {
            return opened.stream().filter(model -> model.closed == 0).count();
        }
    }

    final class Model implements OpenModel {

        final int script;
        volatile int closed;

        private Model(int script) {
            this.script = script;
        }

        @Override
        public double[] score(Dataset prepared) {
            if (closed > 0) {
                calledAfterClose.incrementAndGet();
            }
            Supplier<double[]> other = instead.get(script);
            double[] scores = other != null ? other.get() : answers(script, prepared.size());
            if (closed > 0) {
                calledAfterClose.incrementAndGet();
            }
            return scores;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
