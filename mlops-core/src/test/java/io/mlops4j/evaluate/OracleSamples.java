package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Two samples of one column: reference and current, in one file or in two. */
record OracleSamples(List<String> reference, List<String> current) {

    /** The samples of a case: a made file says in a column which is which, the others are parts of data sets. */
    static OracleSamples of(OracleFolder folder, JsonNode json) throws IOException {
        if (json.has("file")) {
            OracleTable table = folder.table(json.get("file").asText());
            return new OracleSamples(where(table, "value", "sample", "ref"), where(table, "value", "sample", "cur"));
        }
        JsonNode data = json.get("data");
        String column = json.get("column").asText();
        if (data.has("ref_file")) {
            return new OracleSamples(
                    folder.table(data.get("ref_file").asText()).text(column),
                    folder.table(data.get("cur_file").asText()).text(column));
        }
        OracleTable table = folder.table(data.get("file").asText());
        return data.has("ref_rows")
                ? new OracleSamples(
                        rows(table, column, data.get("ref_rows")), rows(table, column, data.get("cur_rows")))
                : new OracleSamples(
                        query(table, column, data.get("ref_query")), query(table, column, data.get("cur_query")));
    }

    double[] references() {
        return reference.stream().mapToDouble(OracleTable::number).toArray();
    }

    double[] currents() {
        return current.stream().mapToDouble(OracleTable::number).toArray();
    }

    private static List<String> rows(OracleTable table, String column, JsonNode range) {
        return table.text(column).subList(range.get(0).asInt(), range.get(1).asInt());
    }

    private static List<String> query(OracleTable table, String column, JsonNode query) {
        String[] sides = query.asText().split("==");
        return where(table, column, sides[0].trim(), sides[1].trim());
    }

    private static List<String> where(OracleTable table, String column, String key, String value) {
        List<String> keys = table.text(key);
        List<String> cells = table.text(column);
        return IntStream.range(0, keys.size())
                .filter(row -> value.equals(keys.get(row)))
                .mapToObj(cells::get)
                .toList();
    }
}
