package io.mlops4j.examples.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.data.Rows;
import io.mlops4j.tribuo.Tribuo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The model in a bundle as the library that trained it sees it, over rows prepared batch by batch. */
record Oracle(Bundle bundle) {

    int outputs() {
        return bundle.classes().map(Classes::size).orElse(1);
    }

    double[] theirs(Dataset rows) {
        List<String> outputs = bundle.classes().map(Classes::names).orElse(List.of("value"));
        try (OpenModel model = Tribuo.modelFormat().open(bundle.reference().orElseThrow(), bundle.space(), outputs)) {
            return model.score(prepared(rows));
        }
    }

    Dataset prepared(Dataset rows) {
        Dataset prepared = rows;
        for (FittedPreprocessor step : bundle.steps()) {
            prepared = step.transform(prepared);
        }
        return prepared;
    }

    double[] ours(Mlops mlops, Dataset rows) {
        Class<? extends Prediction> answer = bundle.classes().isPresent() ? Classification.class : Regression.class;
        double[] scores = new double[rows.size() * outputs()];
        try (Predictor<Map<String, ?>, ?> predictor = mlops.predictor(bundle, Rows.maps(bundle.input()), answer)) {
            predictor.scorer().score(rows, scores);
        }
        return scores;
    }

    /** Asserts that no number differs by more, and that every row gets the same class. */
    void assertAgreement(Mlops mlops, Dataset rows, double tolerance) {
        assertAgreement(mlops, rows, tolerance, 0);
    }

    /** The same, but where the best two classes are no further apart than a tie, either may win. */
    void assertAgreement(Mlops mlops, Dataset rows, double tolerance, double tie) {
        double[] ours = ours(mlops, rows);
        double[] theirs = theirs(rows);
        double worst = 0;
        for (int i = 0; i < ours.length; i++) {
            worst = Math.max(worst, Math.abs(ours[i] - theirs[i]) / Math.max(1, Math.abs(theirs[i])));
        }
        assertThat(worst).as("the greatest difference").isLessThanOrEqualTo(tolerance);
        for (int row = 0; row < rows.size() && outputs() > 1; row++) {
            int from = row * outputs();
            double[] sorted = Arrays.copyOfRange(theirs, from, from + outputs());
            Arrays.sort(sorted);
            if (sorted[outputs() - 1] - sorted[outputs() - 2] > tie) {
                assertThat(Classification.winner(ours, from, outputs()))
                        .as("the class of row " + row)
                        .isEqualTo(Classification.winner(theirs, from, outputs()));
            }
        }
    }
}
