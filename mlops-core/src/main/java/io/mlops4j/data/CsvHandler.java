package io.mlops4j.data;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;

/** Hands the parser's fields on without making strings of them. */
final class CsvHandler extends CsvCallbackHandler<CsvHandler> {

    private FieldSink sink;
    private RecordType type = RecordType.DATA;
    private long line;
    private int fields;

    CsvHandler(FieldSink sink) {
        this.sink = sink;
    }

    void handTo(FieldSink other) {
        sink = other;
    }

    /** Where the current row starts, from 1. */
    long line() {
        return line;
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = startingLine;
        type = RecordType.DATA;
        fields = 0;
        sink.beginRow(startingLine);
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        sink.field(fields++, buffer, offset, offset + length);
    }

    @Override
    protected CsvHandler buildRecord() {
        if (type == RecordType.DATA) {
            sink.endRow(fields);
        }
        return this;
    }

    @Override
    protected int getFieldCount() {
        return fields;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("No line is a comment.");
    }
}
