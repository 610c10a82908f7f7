package io.mlops4j.registry;

import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.json.JsonObject;
import java.util.List;

/** A verdict with its numbers, as a row holds it. */
final class VerdictJson {

    private static final String APPROVED = "approved";
    private static final String REJECTED = "rejected";
    private static final String NOT_JUDGED = "not judged";

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
        return StoredJson.read(text, "its verdict", where, json -> {
            List<Finding> findings = StoredJson.list(
                    json.path("findings"),
                    finding -> new Finding(
                            StoredJson.string(finding, "criterion"),
                            StoredJson.flag(finding, "passed"),
                            StoredJson.string(finding, "found")));
            return switch (StoredJson.string(json, "verdict")) {
                case APPROVED -> new Verdict.Approved(findings);
                case REJECTED -> new Verdict.Rejected(findings);
                case NOT_JUDGED -> new Verdict.NotJudged();
                default -> throw new IllegalArgumentException("no such verdict");
            };
        });
    }
}
