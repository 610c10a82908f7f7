package io.mlops4j.predict;

/** Where a value stands, for messages. */
@FunctionalInterface
interface Place {

    /** Names a column of the row that is being read. */
    String in(InputColumn column);

    /** A column of a row that came alone. */
    static String of(String schema, InputColumn column) {
        return schema + ", column '" + column.name() + "'";
    }

    /** A column of a row of a batch. */
    static String of(String schema, int row, InputColumn column) {
        return schema + ", row " + row + ", column '" + column.name() + "'";
    }
}
