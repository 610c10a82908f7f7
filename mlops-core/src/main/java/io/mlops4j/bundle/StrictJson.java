package io.mlops4j.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.CanonicalJson;
import io.mlops4j.json.Quoted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON within limits into plain maps, lists, texts, doubles and booleans, and nothing else: no type is ever named by
 * the input. What was read is written again and has to give the same bytes, so a value has exactly one form.
 */
final class StrictJson {

    /** For values that are in memory already. */
    private static final BundleLimits.Json NONE = new BundleLimits.Json(
            Long.MAX_VALUE,
            CanonicalJson.DEEPEST,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE);

    private final BundleLimits.Json limits;
    private final JsonFactory factory;

    StrictJson(BundleLimits.Json limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                // keys of unchecked input go into no table: whoever writes them could make all of them collide
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(limits.stringLength())
                        .maxNumberLength(limits.numberLength())
                        .maxTokenCount(limits.tokens())
                        .build())
                .build();
    }

    /**
     * The members of an object as they come back from a bundle: every number a double, nothing that can be changed.
     *
     * @throws IllegalArgumentException if they would not come back
     */
    static Map<String, Object> copy(Part part, Map<String, Object> members) {
        try {
            StoredEntry entry = new StoredEntry(part.file(), CanonicalJson.write(members));
            return new StrictJson(NONE).read(part, entry).members();
        } catch (IllegalArgumentException | CorruptArtifactException e) {
            throw new IllegalArgumentException(
                    "What goes into '" + part.file() + "' is not JSON: " + e.getMessage(), e);
        }
    }

    /** Reads a part and checks that its bytes are canonical. */
    JsonValue read(Part part, StoredEntry entry) {
        JsonValue value = parse(part, entry);
        requireCanonical(part, entry, value);
        return value;
    }

    /** Reads a part that may have been written by a later version, with other rules. */
    JsonValue parse(Part part, StoredEntry entry) {
        if (entry.size() > limits.bytes()) {
            throw beyond(part, "it has " + entry.size() + " bytes of JSON, the limit is " + limits.bytes());
        }
        try (JsonParser parser = factory.createParser(entry.copy())) {
            parser.nextToken();
            Object value = value(part, parser);
            if (parser.nextToken() != null) {
                throw part.corrupt("something follows the JSON value.");
            }
            return new JsonValue(part, value);
        } catch (StreamConstraintsException e) {
            throw beyond(part, e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            // the parser's own words may quote the input
            throw part.corrupt(
                    "it is not strict JSON"
                            + (e.getLocation() == null
                                    ? ""
                                    : " near byte " + e.getLocation().getByteOffset()) + ".",
                    e);
        } catch (IOException e) {
            // nothing else fails in memory
            throw part.corrupt("its bytes are no text of any encoding that JSON has.", e);
        }
    }

    /** Checks that a value that was read has the bytes that it would be written with. */
    static void requireCanonical(Part part, StoredEntry entry, JsonValue value) {
        byte[] canonical;
        try {
            canonical = CanonicalJson.write(value.value());
        } catch (IllegalArgumentException e) {
            throw part.corrupt(String.valueOf(e.getMessage()), e);
        }
        int difference = ByteBuffer.wrap(canonical).mismatch(entry.buffer());
        if (difference >= 0) {
            throw part.corrupt("it is not in canonical form (RFC 8785) from byte " + difference + " on.");
        }
    }

    private @Nullable Object value(Part part, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw part.corrupt("it is empty.");
        }
        return switch (token) {
            case START_OBJECT -> object(part, parser);
            case START_ARRAY -> array(part, parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw part.corrupt("it has an unexpected " + token + ".");
        };
    }

    private Map<String, @Nullable Object> object(Part part, JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            int before = members.size();
            members.put(key, value(part, parser));
            if (members.size() == before) {
                throw part.corrupt("the key " + Quoted.of(key) + " stands twice in one object.");
            }
        }
        return Collections.unmodifiableMap(members);
    }

    private List<@Nullable Object> array(Part part, JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (elements.size() == limits.arrayLength()) {
                throw beyond(part, "an array has more than " + limits.arrayLength() + " elements");
            }
            elements.add(value(part, parser));
        }
        return Collections.unmodifiableList(elements);
    }

    private static BeyondLimitException beyond(Part part, String problem) {
        return new BeyondLimitException("part '" + part.file() + "': it is beyond a limit: " + problem + ".", "json");
    }
}
