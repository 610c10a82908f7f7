package io.mlops4j.data;

/** Takes the fields of rows from the parser's own array, which is good only during the call. */
interface FieldSink {

    void beginRow(long line);

    void field(int index, char[] text, int from, int to);

    void endRow(int fields);
}
