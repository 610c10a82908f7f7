package io.mlops4j.predict;

import io.mlops4j.api.error.InvalidDataException;

/** Decides about values that are not as usual: counts them, or refuses the row. */
final class InputGuard {

    private final InputTally tally;

    InputGuard(InputTally tally) {
        this.tally = tally;
    }

    /** A number that is NaN or infinite, and will be taken as missing. */
    void unusual(InputColumn column, double value, boolean missing, Place place) {
        if (missing) {
            missing(column, place);
            return;
        }
        if (!column.column().nullable()) {
            throw new InvalidDataException(
                    place.in(column) + ": the number is " + value
                            + ", but the model was trained on finite numbers only. Send a finite number, or train with a nullable column.");
        }
        tally.notFinite(column);
    }

    /** A value that is missing. */
    void missing(InputColumn column, Place place) {
        if (!column.column().nullable()) {
            throw new InvalidDataException(
                    place.in(column) + ": the value is missing, but the model was trained on a column "
                            + "without missing values. Send a value, or train with a nullable column and impute it.");
        }
        tally.missing(column);
    }

    /** A category that the training rows did not have. */
    void unseen(InputColumn column) {
        tally.unseen(column);
    }
}
