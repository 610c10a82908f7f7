package io.mlops4j.pipeline;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.prepare.Fit;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fitted steps, and the training rows after all of them. */
record Preparation(List<FittedPreprocessor> steps, Dataset training, FeatureSpace space) {

    static Preparation fit(List<Preprocessor> preprocessors, Dataset training, Progress progress) {
        List<FittedPreprocessor> steps = new ArrayList<>();
        Dataset current = training;
        for (Preprocessor preprocessor : preprocessors) {
            Fit fit = preprocessor.fit(current);
            steps.add(fit.fitted());
            current = fit.training();
            progress.report(steps.size(), preprocessors.size());
        }
        if (current.size() == 0) {
            throw new InvalidDataException("The preparation leaves no training row.");
        }
        return new Preparation(List.copyOf(steps), current, FeatureSpace.of(current));
    }

    TrainingSet trainingSet(TruthReader truths) {
        return new TrainingSet(
                training.columns(training.schema().features()), space, truths.read(training), weights(training));
    }

    /** How much each row counts, if a column says so. */
    static Optional<NumericValues> weights(Dataset rows) {
        List<Column> columns = rows.schema().withRole(Role.WEIGHT);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        NumericValues weights = rows.numeric(columns.get(0).name());
        for (int row = 0; row < weights.size(); row++) {
            if (!(weights.get(row) >= 0) || Double.isInfinite(weights.get(row))) {
                throw new InvalidDataException("The weight '" + columns.get(0).name() + "' of row " + row + " is "
                        + weights.get(row) + "; it has to be a finite number of at least 0.");
            }
        }
        return Optional.of(weights);
    }
}
