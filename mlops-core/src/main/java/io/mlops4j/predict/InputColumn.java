package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dictionary;

/**
 * A column of the input that the model reads.
 *
 * @param column its declaration
 * @param dictionary the categories of the training rows; empty unless it is categorical
 * @param kind which of the three arrays of an {@link InputRow} holds its value
 * @param index where it stands in that array
 */
record InputColumn(Column column, Dictionary dictionary, Kind kind, int index) {

    /** How a value is held. */
    enum Kind {
        /** A number: numeric and boolean columns. */
        NUMBER,
        /** A code of the dictionary. */
        CATEGORY,
        /** Free text. */
        TEXT
    }

    String name() {
        return column.name();
    }
}
