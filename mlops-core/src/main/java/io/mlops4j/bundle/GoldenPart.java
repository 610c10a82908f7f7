package io.mlops4j.bundle;

import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import io.mlops4j.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The golden rows, each with the values of the input columns in order and with the answers. */
final class GoldenPart {

    private GoldenPart() {}

    static JsonObject encode(GoldenRows golden) {
        Dataset inputs = golden.inputs();
        double[] answers = golden.answers();
        List<JsonObject> rows = new ArrayList<>();
        for (int row = 0; row < inputs.size(); row++) {
            List<@Nullable Object> input = new ArrayList<>();
            for (int column = 0; column < inputs.schema().size(); column++) {
                input.add(cell(inputs.schema().columns().get(column), inputs.values(column), row));
            }
            List<@Nullable Object> output = new ArrayList<>();
            for (int i = 0; i < golden.outputs(); i++) {
                output.add(ExactNumber.encode(answers[row * golden.outputs() + i]));
            }
            rows.add(new JsonObject().with("input", input).with("answers", output));
        }
        return new JsonObject().with("outputs", golden.outputs()).with("rows", rows);
    }

    private static @Nullable Object cell(Column column, Values values, int row) {
        if (values.missing(row)) {
            if (!column.nullable()) {
                throw new IllegalArgumentException(
                        "$.rows[" + row + "]: the column " + column + " misses its value, and is not nullable.");
            }
            return null;
        }
        if (!(values instanceof NumericValues numbers)) {
            return values.text(row);
        }
        double number = numbers.get(row);
        if (column.type() != ColumnType.BOOLEAN) {
            return ExactNumber.encode(number);
        }
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException(
                    "$.rows[" + row + "]: the boolean column " + column + " holds a " + number + ".");
        }
        return number == 1;
    }

    static GoldenRows decode(JsonValue json, Schema input) {
        json.withKeys("outputs", "rows");
        int outputs = json.get("outputs").smallCount();
        List<JsonValue> rows = json.get("rows").list();
        DatasetBuilder inputs = Dataset.builder(input);
        List<Double> answers = new ArrayList<>();
        for (JsonValue row : rows) {
            row.withKeys("answers", "input");
            read(row.get("input").list(), row.get("input"), inputs.row());
            inputs.add();
            List<JsonValue> output = row.get("answers").list();
            if (output.size() != outputs) {
                throw row.get("answers").corrupt("expected " + outputs + " answers, found " + output.size());
            }
            output.forEach(answer -> answers.add(ExactNumber.decode(answer)));
        }
        return new GoldenRows(
                inputs.build(),
                outputs,
                answers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static void read(List<JsonValue> cells, JsonValue where, RowBuffer row) {
        List<Column> columns = row.schema().columns();
        if (cells.size() != columns.size()) {
            throw where.corrupt("expected " + columns.size() + " values, found " + cells.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            JsonValue cell = cells.get(i);
            if (cell.value() == null) {
                continue; // the buffer starts with every column missing
            }
            switch (columns.get(i).type()) {
                case NUMERIC -> row.number(i, ExactNumber.decode(cell));
                case BOOLEAN -> row.flag(i, cell.flag());
                case CATEGORICAL -> row.category(i, cell.text());
                case TEXT -> row.text(i, cell.text());
                case TIMESTAMP -> row.time(i, instant(cell));
                case SPARSE -> throw cell.corrupt("a sparse column is made by preparation and never an input");
            }
        }
    }

    /** Instants are text of ISO 8601 in UTC, as {@code Instant} writes it, and have no other form. */
    static Instant instant(JsonValue json) {
        try {
            Instant instant = Instant.parse(json.text());
            if (instant.toString().equals(json.text())) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw json.corrupt("it is not an instant", e);
        }
        throw json.corrupt("it is not an instant in its only form");
    }
}
