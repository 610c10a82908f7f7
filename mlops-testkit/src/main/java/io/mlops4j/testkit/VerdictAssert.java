package io.mlops4j.testkit;

import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about whether a model is good enough.
 *
 * <pre>{@code
 * assertThat(verdict).isRejected().missed("roc_auc").passed("accuracy");
 * }</pre>
 */
public final class VerdictAssert extends AbstractMlopsAssert<VerdictAssert, Verdict> {

    VerdictAssert(@Nullable Verdict actual) {
        super(actual, VerdictAssert.class);
    }

    /**
     * Every criterion was met.
     *
     * @return this
     */
    public VerdictAssert isApproved() {
        return is(Verdict.Approved.class, "approved");
    }

    /**
     * At least one criterion was missed.
     *
     * @return this
     */
    public VerdictAssert isRejected() {
        return is(Verdict.Rejected.class, "rejected");
    }

    /**
     * There was no criterion.
     *
     * @return this
     */
    public VerdictAssert isNotJudged() {
        return is(Verdict.NotJudged.class, "left without a judgement");
    }

    /**
     * A criterion on a metric was missed.
     *
     * @param metric the metric's name, such as {@code roc_auc}, or all of its text, such as {@code f1(yes)}
     * @return this
     */
    public VerdictAssert missed(String metric) {
        return found(metric, false);
    }

    /**
     * A criterion on a metric was met.
     *
     * @param metric the metric's name, such as {@code roc_auc}, or all of its text, such as {@code f1(yes)}
     * @return this
     */
    public VerdictAssert passed(String metric) {
        return found(metric, true);
    }

    private VerdictAssert found(String metric, boolean passed) {
        isNotNull();
        List<Finding> about = actual.findings().stream()
                .filter(finding -> isAbout(finding, metric))
                .toList();
        return require(
                about.stream().anyMatch(finding -> finding.passed() == passed),
                () -> "Expected a criterion on '" + metric + "' that was " + (passed ? "passed" : "missed") + ", but "
                        + (about.isEmpty() ? "there is none on that metric" : "found") + findings());
    }

    /** A criterion's text starts with the metric's key: its name, perhaps a class in brackets, perhaps an averaging. */
    private static boolean isAbout(Finding finding, String metric) {
        String criterion = finding.criterion();
        return criterion.equals(metric) || criterion.startsWith(metric + " ") || criterion.startsWith(metric + "(");
    }

    private VerdictAssert is(Class<? extends Verdict> kind, String expected) {
        isNotNull();
        return require(
                kind.isInstance(actual), () -> "Expected the model to be " + expected + ", but it was " + outcome());
    }

    private String outcome() {
        if (actual instanceof Verdict.NotJudged) {
            return "left without a judgement: there was no criterion";
        }
        return (actual instanceof Verdict.Approved ? "approved" : "rejected") + findings();
    }

    private String findings() {
        return actual.findings().stream().map(finding -> "\n  - " + finding).collect(Collectors.joining());
    }
}
