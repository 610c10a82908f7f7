package io.mlops4j.data;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a file of delimited text is read. */
record CsvOptions(
        Path path,
        char delimiter,
        Set<String> missing,
        boolean trim,
        List<String> columns,
        Optional<ZoneId> zone,
        Tolerance tolerance,
        int batchRows) {

    private static final int BATCH_ROWS = 1 << 16;

    CsvOptions {
        missing = Set.copyOf(missing);
        columns = List.copyOf(columns);
    }

    static CsvOptions of(Path path) {
        return new CsvOptions(
                path, ',', Set.of(""), false, List.of(), Optional.empty(), new Tolerance.Rows(0), BATCH_ROWS);
    }

    /** The file's name without its folder, which differs between machines. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    CsvOptions withDelimiter(char other) {
        return new CsvOptions(path, other, missing, trim, columns, zone, tolerance, batchRows);
    }

    CsvOptions withMissing(Set<String> other) {
        return new CsvOptions(path, delimiter, other, trim, columns, zone, tolerance, batchRows);
    }

    CsvOptions withTrim() {
        return new CsvOptions(path, delimiter, missing, true, columns, zone, tolerance, batchRows);
    }

    CsvOptions withColumns(List<String> other) {
        return new CsvOptions(path, delimiter, missing, trim, other, zone, tolerance, batchRows);
    }

    CsvOptions withZone(ZoneId other) {
        return new CsvOptions(path, delimiter, missing, trim, columns, Optional.of(other), tolerance, batchRows);
    }

    CsvOptions withTolerance(Tolerance other) {
        return new CsvOptions(path, delimiter, missing, trim, columns, zone, other, batchRows);
    }

    CsvOptions withBatchRows(int other) {
        return new CsvOptions(path, delimiter, missing, trim, columns, zone, tolerance, other);
    }
}
