package io.mlops4j.tribuo;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.train.OpenModel;
import java.util.List;
import java.util.function.BiFunction;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;

/**
 * Tribuo's own predictions. Rows are scored in batches, each in native memory of its own: XGBoost may remember for a matrix what
 * another model said of it.
 */
final class OpenTribuoModel<T extends Output<T>> implements OpenModel {

    private static final int BATCH = 8192;

    private final Model<T> model;
    private final Outputs<T> outputs;
    private final FeatureOrder order;
    private final BiFunction<Dataset, FeatureOrder, RowEntries> reader;
    private final Runnable release;
    private boolean closed;

    OpenTribuoModel(
            Model<T> model,
            Outputs<T> outputs,
            FeatureOrder order,
            BiFunction<Dataset, FeatureOrder, RowEntries> reader,
            Runnable release) {
        this.model = model;
        this.outputs = outputs;
        this.order = order;
        this.reader = reader;
        this.release = release;
    }

    @Override
    public synchronized double[] score(Dataset prepared) {
        if (closed) {
            throw new IllegalStateException("The model is closed. Open it again to score rows.");
        }
        RowEntries entries = reader.apply(prepared, order);
        double[] scores = new double[Math.multiplyExact(prepared.size(), outputs.size())];
        for (int from = 0; from < prepared.size(); from += BATCH) {
            int to = Math.min(prepared.size(), from + BATCH);
            TribuoDataset<T> batch = new TribuoDataset<>(outputs, order);
            for (int row = from; row < to; row++) {
                batch.add(outputs.factory().getUnknownOutput(), 1, entries, row);
            }
            List<Prediction<T>> predictions = model.predict(batch);
            for (int row = from; row < to; row++) {
                outputs.scores(predictions.get(row - from), scores, row * outputs.size());
            }
        }
        return scores;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            release.run();
        }
    }
}
