package io.mlops4j.registry;

import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Tags and signatures, as rows hold them. */
final class TagsJson {

    private TagsJson() {}

    static Map<String, String> read(String text, String where) {
        return StoredJson.read(text, "its tags", where, json -> StoredJson.members(json, StoredJson::string));
    }

    static List<JsonObject> write(List<BundleSignature> signatures) {
        return signatures.stream()
                .map(signature -> new JsonObject().with("key", signature.key()).with("value", signature.value()))
                .toList();
    }

    static List<BundleSignature> signatures(String text, String where) {
        return StoredJson.read(
                text,
                "its signatures",
                where,
                json -> StoredJson.list(
                        json,
                        found -> new BundleSignature(
                                StoredJson.string(found, "key"), StoredJson.string(found, "value"))));
    }
}
