package io.mlops4j.tribuo;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.predict.Truth;
import io.mlops4j.api.train.Target;

/** What a trainer learns to predict. */
enum Task {
    CLASSIFICATION("a class", Classification.class),
    REGRESSION("a number", Regression.class);

    private final String answer;
    private final Class<? extends Prediction> prediction;

    Task(String answer, Class<? extends Prediction> prediction) {
        this.answer = answer;
        this.prediction = prediction;
    }

    void require(String algorithm, Target<?> target) {
        if (target.predictionType() != prediction) {
            throw new SchemaException(algorithm + " predicts " + answer + "; the target "
                    + target.columns().get(0) + " is none. Take another trainer, or another target.");
        }
    }

    /** The classes of rows to learn from, of which there have to be two. */
    static ClassTruth classes(Truth truth) {
        ClassTruth classes = (ClassTruth) truth;
        for (int row = 1; row < classes.size(); row++) {
            if (classes.code(row) != classes.code(0)) {
                return classes;
            }
        }
        String which = classes.size() == 0
                ? "there are no rows"
                : "every row to learn from is of the class '"
                        + classes.classes().names().get(classes.code(0)) + "'";
        throw new InvalidDataException("Nothing can be learned: " + which + ". Give rows of at least two classes.");
    }

    /** The numbers of rows to learn from. */
    static NumberTruth numbers(Truth truth) {
        NumberTruth numbers = (NumberTruth) truth;
        if (numbers.size() == 0) {
            throw new InvalidDataException("Nothing can be learned: there are no rows.");
        }
        for (int row = 0; row < numbers.size(); row++) {
            if (!Float.isFinite((float) numbers.value(row))) {
                throw new InvalidDataException("The target of row " + row + " is " + numbers.value(row)
                        + "; expected a finite number within single precision. Mend or drop the row.");
            }
        }
        return numbers;
    }
}
