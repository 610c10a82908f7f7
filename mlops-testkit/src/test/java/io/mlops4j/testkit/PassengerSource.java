package io.mlops4j.testkit;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A source as somebody writes it for a format of their own: a line of names, then lines of values. */
class PassengerSource implements DataSource<Passenger> {

    static final int BATCH = 4;

    private final Path file;

    PassengerSource(Path file) {
        this.file = file;
    }

    @Override
    public RowReader<Passenger> rows() {
        return new PassengerReader();
    }

    @Override
    public Batches open(Schema wanted) {
        List<String> lines = lines();
        List<String> names = List.of(lines.get(0).split(","));
        for (Column column : wanted.columns()) {
            if (!names.contains(column.name())) {
                throw new InvalidDataException(
                        name() + ": no column '" + column.name() + "'. Columns: " + String.join(", ", names) + ".");
            }
        }
        return new PassengerBatches(names, lines.subList(1, lines.size()), wanted);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException(name() + " cannot be read. Is it there, and may it be read?", e);
        }
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
