package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.testkit.FixedClock;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bytes that are hashed are documented, so they stay. */
@Tag("T09")
class ChainTest {

    @Test
    void aRowIsHashedAsThePageSays() {
        try (ModelRegistry registry =
                Registries.inMemory(Given.environment(FixedClock.at("2026-03-29T01:00:00.000000001Z")))) {
            registry.register(Given.registration("bundle"));
            AuditEntry row = registry.audit(Given.MODEL).get(0);

            String json = "{\"action\":\"register\",\"actor\":\"ann\",\"after\":\""
                    + row.after().replace("\"", "\\\"")
                    + "\",\"alias\":null,\"at\":\"1774746000000000001\",\"before\":\"null\",\"model\":\"survival\","
                    + "\"reason\":\"looks good\",\"sequence\":1,\"version\":1}";
            assertThat(row.hash()).isEqualTo(Digest.of(("0".repeat(64) + json).getBytes(StandardCharsets.UTF_8)));
            assertThat(row.after())
                    .isEqualTo("{\"approval\":{\"actor\":null,\"at\":null,\"reason\":null,\"state\":\"pending\"},"
                            + "\"digest\":\"" + Given.bundle("bundle").digest() + "\",\"idempotency_key\":null,"
                            + "\"number\":1,\"registered_at\":\"1774746000000000001\",\"registered_by\":\"ann\","
                            + "\"size\":6,\"verdict\":{\"findings\":[{\"criterion\":\"accuracy at least 0.78\","
                            + "\"found\":\"accuracy 0.8212\",\"passed\":true}],\"verdict\":\"approved\"}}");
        }
    }
}
