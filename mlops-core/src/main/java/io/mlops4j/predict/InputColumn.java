package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dictionary;

/**
 * A column of the input that the model reads.
 *
 * @param column its declaration
 * @param dictionary the categories of the training rows; empty unless it is categorical
 * @param kind how its value is held
 * @param index where it stands among the columns of that kind
 */
public record InputColumn(Column column, Dictionary dictionary, Kind kind, int index) {

    /** How a value is held. */
    public enum Kind {
        /** A number: numeric and boolean columns. */
        NUMBER,
        /** A code of the dictionary. */
        CATEGORY,
        /** Free text. */
        TEXT
    }

    /**
     * What it is called.
     *
     * @return the name of the column
     */
    public String name() {
        return column.name();
    }
}
