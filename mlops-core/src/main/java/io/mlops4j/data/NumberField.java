package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;

/** A field that holds a number. */
record NumberField(int position) implements FieldParser {

    @Override
    public boolean parse(char[] text, int from, int to, RowBuffer row) {
        double value = NumberText.parse(text, from, to);
        row.number(position, value);
        return !Double.isNaN(value);
    }

    @Override
    public String expected() {
        return "a finite number, an integer up to 2^53";
    }
}
