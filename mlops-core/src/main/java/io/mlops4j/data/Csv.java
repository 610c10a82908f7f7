package io.mlops4j.data;

import java.nio.file.Path;

/** Rows of delimited text. */
public final class Csv {

    private Csv() {}

    /**
     * A file of comma-separated values as in RFC 4180, with a header, in UTF-8, plain or compressed by gzip. Nothing is opened
     * yet.
     *
     * @param path where it lies
     * @return the file with the usual options
     */
    public static CsvFile file(Path path) {
        return new CsvFile(CsvOptions.of(path));
    }
}
