package io.mlops4j.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of a file of delimited text, batch by batch; never more than one batch and one field are in memory. */
final class CsvBatches implements Batches {

    /** A longer field is taken for a quote that was never closed. */
    private static final int LONGEST_PARSED = 1 << 22;

    private final CsvOptions file;
    private final CsvHandler handler;
    private final CsvReader<CsvHandler> reader;
    private final Iterator<CsvHandler> parsed;
    private final CsvHeader header;
    private final CsvRows rows;

    private CsvBatches(CsvOptions file, Schema wanted) {
        this.file = file;
        CsvHeaderFields names = new CsvHeaderFields(file.name(), file.trim());
        this.handler = new CsvHandler(names);
        this.reader = CsvReader.builder()
                .fieldSeparator(file.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_PARSED)
                .build(handler, TextFile.open(file));
        try {
            this.parsed = reader.iterator();
            if (file.columns().isEmpty()) {
                advance(new CsvHeader(file.name(), List.of()));
                this.header = names.header();
            } else {
                this.header = new CsvHeader(file.name(), file.columns());
            }
            this.rows = new CsvRows(file, wanted, header);
            handler.handTo(rows);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static Batches open(CsvOptions file, Schema wanted) {
        return new CsvBatches(file, wanted);
    }

    @Override
    public @Nullable Dataset next() {
        rows.beginBatch();
        while (rows.batchSize() < file.batchRows()) {
            if (!advance(header)) {
                rows.errors().requireTolerableAtEnd();
                break;
            }
        }
        return rows.batchSize() == 0 ? null : rows.batch();
    }

    /** Parses one row; false at the end of the file. */
    private boolean advance(CsvHeader known) {
        try {
            if (!parsed.hasNext()) {
                return false;
            }
            parsed.next();
            return true;
        } catch (UncheckedIOException e) {
            throw TextFile.failure(file, "after line " + handler.line(), Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw new InvalidDataException(
                    file.name() + ", line " + handler.line() + ", " + known.describe(handler.getFieldCount())
                            + ": the quotes are broken: one is opened and not closed, or text follows a closing one."
                            + " Reading stops, because where the next row begins cannot be known. Mend the row.",
                    e);
        }
    }

    @Override
    public RejectedRows rejected() {
        return rows.errors().rejected();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw TextFile.failure(file, "when closing it", e);
        }
    }
}
