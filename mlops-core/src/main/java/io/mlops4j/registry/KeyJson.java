package io.mlops4j.registry;

import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** A trusted key, as a row holds it. */
final class KeyJson {

    private KeyJson() {}

    static String write(TrustedKey key) {
        return StoredJson.text(new JsonObject()
                .with("owner", key.owner())
                .with("public_key", key.publicKey())
                .with("models", key.models())
                .with("from", key.from().toString())
                .with("until", key.until().toString())
                .with("revoked_at", key.revokedAt().map(Instant::toString).orElse(null)));
    }

    static TrustedKey read(String text, String where) {
        return StoredJson.read(
                text,
                "its key",
                where,
                json -> new TrustedKey(
                        StoredJson.string(json, "owner"),
                        StoredJson.string(json, "public_key"),
                        StoredJson.list(json.path("models"), StoredJson::string),
                        instant(StoredJson.string(json, "from")),
                        instant(StoredJson.string(json, "until")),
                        json.path("revoked_at").isNull()
                                ? Optional.empty()
                                : Optional.of(instant(StoredJson.string(json, "revoked_at")))));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
