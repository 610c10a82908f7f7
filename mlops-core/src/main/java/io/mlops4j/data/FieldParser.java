package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;

/** Turns the text of a field into a value. Used by one thread. */
interface FieldParser {

    /** Writes the value into its column; false if the text is none. */
    boolean parse(char[] text, int from, int to, RowBuffer row);

    /** What a text has to be, as the end of a sentence. */
    String expected();
}
