package io.mlops4j.report;

import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.registry.Approval;

/** A state as a sign, a word and a colour, so that none of them alone has to say it. */
enum Badge {
    GOOD("✓ ", "good"),
    BAD("✗ ", "bad"),
    WARN("! ", "warn"),
    UNKNOWN("? ", "unknown"),
    PLAIN("", "plain");

    private final String sign;
    private final String kind;

    Badge(String sign, String kind) {
        this.sign = sign;
        this.kind = kind;
    }

    void write(HtmlWriter out, String words) {
        out.leaf("span", sign + words, "class", "badge " + kind);
    }

    /** The class of the style sheet that belongs to it. */
    String kind() {
        return kind;
    }

    static void verdict(HtmlWriter out, Verdict verdict) {
        if (verdict instanceof Verdict.Approved) {
            GOOD.write(out, "criteria met");
        } else if (verdict instanceof Verdict.Rejected rejected) {
            BAD.write(out, Numbers.count(rejected.reasons().size(), "criterion", "criteria") + " missed");
        } else {
            UNKNOWN.write(out, "not judged");
        }
    }

    static void approval(HtmlWriter out, Approval approval) {
        if (approval instanceof Approval.Approved) {
            GOOD.write(out, "approved");
        } else if (approval instanceof Approval.Rejected) {
            BAD.write(out, "rejected");
        } else {
            UNKNOWN.write(out, "nobody decided yet");
        }
    }

    static void drift(HtmlWriter out, ColumnDrift.State state) {
        switch (state) {
            case STABLE -> GOOD.write(out, "stable");
            case DRIFTED -> WARN.write(out, "drifted");
            case NOT_ENOUGH_DATA -> UNKNOWN.write(out, "not enough data");
        }
    }
}
