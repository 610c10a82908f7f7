package io.mlops4j.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON in a column: written by this library in one form, so whatever does not read as it should was altered. */
final class StoredJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StoredJson() {}

    static String text(@Nullable Object json) {
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
    }

    /**
     * What a column means.
     *
     * @param what what it is, for messages, such as {@code its tags}
     * @param where names the row, for messages
     */
    static <T> T read(String text, String what, String where, Function<JsonNode, T> meaning) {
        try {
            return meaning.apply(JSON.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new CorruptArtifactException(
                    where + ": " + what
                            + " is not what this library writes. Somebody altered the row; restore a backup.",
                    e);
        }
    }

    static String string(JsonNode json, String key) {
        JsonNode member = json.path(key);
        if (!member.isTextual()) {
            throw new IllegalArgumentException(key + " is no text");
        }
        return member.textValue();
    }

    /** A text of nanoseconds, which are beyond what a JSON number holds. */
    static Instant instant(JsonNode json, String key) {
        return EpochNanos.instant(Long.parseLong(string(json, key)));
    }

    static int integer(JsonNode json, String key) {
        JsonNode member = json.path(key);
        if (!member.canConvertToExactIntegral() || !member.canConvertToInt()) {
            throw new IllegalArgumentException(key + " is no integer");
        }
        return member.intValue();
    }

    static boolean flag(JsonNode json, String key) {
        JsonNode member = json.path(key);
        if (!member.isBoolean()) {
            throw new IllegalArgumentException(key + " is neither true nor false");
        }
        return member.booleanValue();
    }

    static <T> List<T> list(JsonNode json, Function<JsonNode, T> element) {
        if (!json.isArray()) {
            throw new IllegalArgumentException("no array");
        }
        List<T> elements = new ArrayList<>();
        json.forEach(found -> elements.add(element.apply(found)));
        return elements;
    }

    static <T> Map<String, T> members(JsonNode json, Function<JsonNode, T> member) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("no object");
        }
        Map<String, T> members = new TreeMap<>();
        json.properties().forEach(found -> members.put(found.getKey(), member.apply(found.getValue())));
        return members;
    }

    static String string(JsonNode json) {
        if (!json.isTextual()) {
            throw new IllegalArgumentException("no text");
        }
        return json.textValue();
    }

    /** Texts, doubles, booleans, lists and maps of them, as a bundle gives them. */
    static Object value(JsonNode json) {
        if (json.isObject()) {
            return members(json, StoredJson::value);
        } else if (json.isArray()) {
            return list(json, StoredJson::value);
        } else if (json.isTextual()) {
            return json.textValue();
        } else if (json.isBoolean()) {
            return json.booleanValue();
        } else if (json.isNumber()) {
            return json.doubleValue();
        }
        throw new IllegalArgumentException("null is no value");
    }
}
