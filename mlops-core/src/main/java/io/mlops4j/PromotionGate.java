package io.mlops4j;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.PolicyViolationException;
import io.mlops4j.api.error.PolicyViolationException.Reason;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin.Baseline;
import io.mlops4j.api.registry.Promotion;
import io.mlops4j.api.registry.ProposedMove;
import io.mlops4j.api.registry.VersionFacts;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.data.Rows;
import io.mlops4j.environment.Environment;
import io.mlops4j.pipeline.ModelOpening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a version has to pass before an alias is moved to it: it is read anew and gives its golden answers, its evaluation is
 * there, its criteria hold beside the present champion, and the policy of the alias allows it.
 */
final class PromotionGate {

    private final ModelRegistry registry;
    private final BundleReader reader;
    private final Environment environment;

    PromotionGate(ModelRegistry registry, BundleReader reader, Environment environment) {
        this.registry = registry;
        this.reader = reader;
        this.environment = environment;
    }

    /**
     * Moves an alias, or says why not.
     *
     * @param judgement judges the version anew beside a champion, or empty if only what was found when it was registered is
     *     known
     */
    Promotion promote(
            ModelVersion wanted,
            String alias,
            Optional<Function<Optional<Bundle>, Verdict>> judgement,
            Decision decision) {
        ModelVersion version = registry.version(wanted.model(), wanted.number());
        OptionalInt present = holder(version.model(), alias);
        OptionalInt champion = holder(version.model(), Alias.CHAMPION);
        List<Reason> reasons = new ArrayList<>(bundleObjections(version));
        reasons.addAll(
                judgement.isPresent() ? judged(judgement.get(), version, champion) : judgedBefore(version, champion));
        reasons.addAll(policyObjections(version, alias, present));
        if (!reasons.isEmpty()) {
            return new Promotion.Refused(reasons);
        }
        try {
            return new Promotion.Promoted(
                    registry.move(version.model(), alias, present, OptionalInt.of(version.number()), decision));
        } catch (PolicyViolationException e) {
            // somebody changed the rules meanwhile
            return new Promotion.Refused(e.reasons());
        }
    }

    private OptionalInt holder(String model, String alias) {
        return registry.alias(model, alias)
                .map(standing -> OptionalInt.of(standing.version()))
                .orElse(OptionalInt.empty());
    }

    private List<Reason> bundleObjections(ModelVersion version) {
        List<Reason> reasons = new ArrayList<>();
        try {
            Bundle bundle = reader.read(registry.content(version));
            if (!bundle.digest().equals(version.digest())) {
                reasons.add(new Reason("bundle", "its digest is " + bundle.digest()));
            }
            if (bundle.evaluation().rows() == 0
                    || bundle.evaluation().measurements().isEmpty()) {
                reasons.add(new Reason("evaluation", "nothing was measured of it"));
            }
            if (!version.facts().equals(VersionFacts.NONE) && !version.facts().equals(VersionFacts.of(bundle))) {
                reasons.add(new Reason("facts", "those of the registry are not those of the bundle"));
            }
            ModelOpening.predictor(
                            bundle,
                            Rows.maps(bundle.input()),
                            bundle.target().predictionType(),
                            environment.modelFormats())
                    .close();
        } catch (CorruptArtifactException | UnsupportedModelException e) {
            reasons.add(new Reason("golden rows", String.valueOf(e.getMessage())));
        }
        return reasons;
    }

    private List<Reason> judged(
            Function<Optional<Bundle>, Verdict> judgement, ModelVersion version, OptionalInt champion) {
        Optional<Bundle> live = champion.isPresent() && champion.getAsInt() != version.number()
                ? Optional.of(reader.read(registry.content(registry.version(version.model(), champion.getAsInt()))))
                : Optional.empty();
        return objections(judgement.apply(live));
    }

    /** What was found at registration holds as long as nobody else became champion, or if it does not depend on it. */
    private List<Reason> judgedBefore(ModelVersion version, OptionalInt champion) {
        List<Reason> reasons = new ArrayList<>(objections(version.verdict()));
        Optional<Baseline> baseline = version.origin().baseline();
        boolean itself = champion.equals(OptionalInt.of(version.number()));
        boolean elsewhere = version.origin().imported().isPresent();
        if (baseline.isPresent()
                && !itself
                && (elsewhere || !baseline.get().champion().equals(champion))) {
            reasons.add(new Reason(
                    "criteria",
                    "it was judged beside " + text(baseline.get().champion())
                            + (elsewhere ? " of another registry" : "") + ", but the champion is "
                            + text(champion) + "; give its run too, so that it is judged again"));
        }
        return reasons;
    }

    private static List<Reason> objections(Verdict verdict) {
        if (verdict instanceof Verdict.Approved) {
            return List.of();
        }
        List<Reason> missed = verdict.findings().stream()
                .filter(finding -> !finding.passed())
                .map((Finding finding) -> new Reason(finding.criterion(), finding.found()))
                .toList();
        return missed.isEmpty() ? List.of(new Reason("criteria", "it was not judged")) : missed;
    }

    private List<Reason> policyObjections(ModelVersion version, String alias, OptionalInt present) {
        return registry.policies()
                .of(version.model(), alias)
                .objections(new ProposedMove(
                        version,
                        registry.model(version.model()),
                        present,
                        false,
                        registry.policies().keys(),
                        environment.clock().instant()));
    }

    private static String text(OptionalInt version) {
        return version.isPresent() ? "v" + version.getAsInt() : "none";
    }
}
