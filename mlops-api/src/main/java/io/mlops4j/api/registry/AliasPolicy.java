package io.mlops4j.api.registry;

import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.evaluate.Condition;
import io.mlops4j.api.evaluate.MetricKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a version has to be so that an alias may be moved to it, on whatever way. Removing an alias is always allowed.
 *
 * @param approved whether it has to be approved; and by somebody else than its author, if the model asks for four eyes
 * @param metrics what its metrics have to be
 * @param signatures how many trusted keys have to vouch for it; 0 for none
 * @param minimumVersion the lowest number that is allowed; 1 for every
 * @param downgrade whether it may be of a lower number than the present holder
 */
public record AliasPolicy(
        boolean approved, List<MetricBound> metrics, int signatures, int minimumVersion, Downgrade downgrade) {

    /** Allows whatever was not rejected or deleted. */
    public static final AliasPolicy OPEN = new AliasPolicy(false, List.of(), 0, 1, Downgrade.ALLOWED);

    /** Whether an alias may go to a lower number. */
    public enum Downgrade {
        /** By every move. */
        ALLOWED,
        /** Only by a rollback, which says that it is meant. */
        BY_ROLLBACK,
        /** Never. */
        REFUSED
    }

    /** Copies the list and checks the numbers. */
    public AliasPolicy {
        metrics = List.copyOf(metrics);
        if (signatures < 0 || minimumVersion < 1) {
            throw new IllegalArgumentException("A policy asks for 0 or more signatures and versions from 1 on, not for "
                    + signatures + " and from " + minimumVersion + ".");
        }
    }

    /**
     * The same policy, for approved versions only.
     *
     * @return a policy that differs in nothing else
     */
    public AliasPolicy onlyApproved() {
        return new AliasPolicy(true, metrics, signatures, minimumVersion, downgrade);
    }

    /**
     * The same policy with a lower bound more.
     *
     * @param metric the metric
     * @param threshold the smallest value that is allowed
     * @return a policy that differs in nothing else
     */
    public AliasPolicy atLeast(MetricKey metric, double threshold) {
        return with(MetricBound.atLeast(metric, threshold));
    }

    /**
     * The same policy with an upper bound more.
     *
     * @param metric the metric
     * @param threshold the largest value that is allowed
     * @return a policy that differs in nothing else
     */
    public AliasPolicy atMost(MetricKey metric, double threshold) {
        return with(MetricBound.atMost(metric, threshold));
    }

    private AliasPolicy with(MetricBound bound) {
        List<MetricBound> more = new ArrayList<>(metrics);
        more.add(bound);
        return new AliasPolicy(approved, more, signatures, minimumVersion, downgrade);
    }

    /**
     * The same policy, for signed versions only.
     *
     * @param keys how many trusted keys have to vouch for a version
     * @return a policy that differs in nothing else
     */
    public AliasPolicy signedBy(int keys) {
        return new AliasPolicy(approved, metrics, keys, minimumVersion, downgrade);
    }

    /**
     * The same policy, for versions from a number on.
     *
     * @param number the lowest number that is allowed
     * @return a policy that differs in nothing else
     */
    public AliasPolicy minimumVersion(int number) {
        return new AliasPolicy(approved, metrics, signatures, number, downgrade);
    }

    /**
     * The same policy with another rule for lower numbers.
     *
     * @param rule whether an alias may go to a lower number
     * @return a policy that differs in nothing else
     */
    public AliasPolicy downgrade(Downgrade rule) {
        return new AliasPolicy(approved, metrics, signatures, minimumVersion, rule);
    }

    /**
     * Why a move is not allowed.
     *
     * @param move what is to be done
     * @return all the reasons, empty if it is allowed
     */
    public List<Reason> objections(ProposedMove move) {
        List<Reason> reasons = new ArrayList<>();
        if (approved) {
            move.approvalObjection().ifPresent(problem -> reasons.add(new Reason("only approved", problem)));
        }
        for (MetricBound bound : metrics) {
            if (!bound.holds(move.version().facts())) {
                reasons.add(new Reason(bound.toString(), found(move.version().facts(), bound)));
            }
        }
        if (signatures > 0) {
            move.signatureObjection(signatures)
                    .ifPresent(problem -> reasons.add(new Reason("signed by " + signatures, problem)));
        }
        int number = move.version().number();
        if (number < minimumVersion) {
            reasons.add(new Reason("not below v" + minimumVersion, "it is v" + number));
        }
        if (move.isDowngrade()
                && (downgrade == Downgrade.REFUSED || (downgrade == Downgrade.BY_ROLLBACK && !move.rollback()))) {
            reasons.add(new Reason(
                    downgrade == Downgrade.REFUSED ? "no downgrade" : "no downgrade but by rollback",
                    "it is v" + number + ", below the present v"
                            + move.present().getAsInt()));
        }
        return List.copyOf(reasons);
    }

    private static String found(VersionFacts facts, MetricBound bound) {
        OptionalDouble value = facts.metric(bound.metric());
        return value.isEmpty()
                ? "it was not measured"
                : "it is " + value.getAsDouble() + ", not "
                        + (bound.condition() instanceof Condition.AtLeast ? "enough" : "little enough");
    }
}
