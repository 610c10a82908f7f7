package io.mlops4j.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict with its numbers, as a row holds it. */
final class VerdictJson {

    private static final String APPROVED = "approved";
    private static final String REJECTED = "rejected";
    private static final String NOT_JUDGED = "not judged";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private VerdictJson() {}

    static JsonObject write(Verdict verdict) {
        return new JsonObject()
                .with("verdict", kind(verdict))
                .with(
                        "findings",
                        verdict.findings().stream()
                                .map(finding -> new JsonObject()
                                        .with("criterion", finding.criterion())
                                        .with("passed", finding.passed())
                                        .with("found", finding.found()))
                                .toList());
    }

    private static String kind(Verdict verdict) {
        if (verdict instanceof Verdict.Approved) {
            return APPROVED;
        }
        return verdict instanceof Verdict.Rejected ? REJECTED : NOT_JUDGED;
    }

    /**
     * What was written.
     *
     * @param where names the row, for messages
     */
    static Verdict read(String text, String where) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw corrupt(where, e);
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            if (!finding.path("criterion").isTextual()
                    || !finding.path("passed").isBoolean()
                    || !finding.path("found").isTextual()) {
                throw corrupt(where, null);
            }
            findings.add(new Finding(
                    finding.path("criterion").textValue(),
                    finding.path("passed").booleanValue(),
                    finding.path("found").textValue()));
        }
        return switch (json.path("verdict").asText()) {
            case APPROVED -> new Verdict.Approved(findings);
            case REJECTED -> new Verdict.Rejected(findings);
            case NOT_JUDGED -> new Verdict.NotJudged();
            default -> throw corrupt(where, null);
        };
    }

    private static CorruptArtifactException corrupt(String where, @Nullable Throwable cause) {
        return new CorruptArtifactException(
                where + ": its verdict is not what this library writes. Somebody altered the row; restore a backup.",
                cause);
    }
}
