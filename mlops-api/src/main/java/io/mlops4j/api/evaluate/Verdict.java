package io.mlops4j.api.evaluate;

import io.mlops4j.api.predict.Prediction;
import java.util.List;
import java.util.Optional;

/** Whether a model is good enough. */
public sealed interface Verdict {

    /**
     * How each criterion was judged.
     *
     * @return the findings; empty only if there was no criterion
     */
    List<Finding> findings();

    /**
     * Every criterion was met.
     *
     * @param findings how each was judged; at least one
     */
    record Approved(List<Finding> findings) implements Verdict {

        /** Copies the list. */
        public Approved {
            findings = List.copyOf(findings);
        }
    }

    /**
     * At least one criterion was missed.
     *
     * @param findings how each was judged, the passed ones too
     */
    record Rejected(List<Finding> findings) implements Verdict {

        /** Copies the list. */
        public Rejected {
            findings = List.copyOf(findings);
        }

        /**
         * What was missed.
         *
         * @return the findings that did not pass; at least one
         */
        public List<Finding> reasons() {
            return findings.stream().filter(finding -> !finding.passed()).toList();
        }
    }

    /** There was no criterion, which approves nothing. */
    record NotJudged() implements Verdict {

        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }

    /**
     * Judges a model by criteria.
     *
     * @param criteria what it has to reach
     * @param candidate what was measured of it
     * @param champion what was measured of the live model on the same rows, or empty if there is none
     * @param <Y> the kind of answer
     * @return the verdict
     */
    static <Y extends Prediction> Verdict of(
            List<Criterion<Y>> criteria, Evaluation candidate, Optional<Evaluation> champion) {
        if (criteria.isEmpty()) {
            return new NotJudged();
        }
        List<Finding> findings = criteria.stream()
                .flatMap(criterion -> criterion.judge(candidate, champion).stream())
                .toList();
        return findings.stream().allMatch(Finding::passed) ? new Approved(findings) : new Rejected(findings);
    }
}
