package io.mlops4j.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.json.JsonObject;
import java.util.List;

/** The names of the parts of a transfer file, in their order, and what stands in those that are not rows or bundles. */
final class TransferParts {

    static final int FORMAT = 1;

    /** The first part: what kind of file this is. */
    static final String HEADER = "transfer.json";

    /** Rows of a table, a line each; the name goes on with the table and a number. */
    static final String ROWS = "rows/";

    /** A bundle; the name goes on with its digest. */
    static final String BLOBS = "blobs/";

    /** The last part: all others with their digests. */
    static final String MANIFEST = "manifest.json";

    private TransferParts() {}

    /** What a file begins with. */
    record Header(int format, int schema) {

        JsonObject json() {
            return new JsonObject().with("format", format).with("schema", schema);
        }

        static Header read(JsonNode json) {
            return new Header(StoredJson.integer(json, "format"), StoredJson.integer(json, "schema"));
        }
    }

    /** A part as the manifest has it. */
    record Part(String name, long size, String digest) {

        JsonObject json() {
            return new JsonObject()
                    .with("name", name)
                    .with("size", Long.toString(size))
                    .with("sha256", digest);
        }

        static Part read(JsonNode json) {
            return new Part(
                    StoredJson.string(json, "name"),
                    Long.parseLong(StoredJson.string(json, "size")),
                    StoredJson.string(json, "sha256"));
        }
    }

    /** What a file ends with. */
    record Manifest(List<Part> parts, long entries, String lastHash) {

        JsonObject json() {
            return new JsonObject()
                    .with("parts", parts.stream().map(Part::json).toList())
                    .with("entries", Long.toString(entries))
                    .with("last_hash", lastHash);
        }

        static Manifest read(JsonNode json) {
            return new Manifest(
                    StoredJson.list(json.path("parts"), Part::read),
                    Long.parseLong(StoredJson.string(json, "entries")),
                    StoredJson.string(json, "last_hash"));
        }
    }
}
