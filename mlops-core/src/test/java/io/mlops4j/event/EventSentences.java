package io.mlops4j.event;

import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.RejectedRows;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.TrustedKey;
import io.mlops4j.api.registry.VersionAction;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Every kind of event, with what a person reads of it after the name of the model. */
final class EventSentences {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(1250);
    private static final String DIGEST = "ab12".repeat(16);
    private static final Decision ANNA = Decision.by("anna", "it is good");

    private final Map<LifecycleEvent, String> sentences = new LinkedHashMap<>();

    private EventSentences() {}

    static Map<LifecycleEvent, String> all() {
        EventSentences all = new EventSentences();
        all.ofARun();
        all.ofBundles();
        all.ofVersions();
        all.ofRules();
        all.ofADeployment();
        all.ofAMonitor();
        return all.sentences;
    }

    private void ofARun() {
        reads(new LifecycleEvent.RunStarted(AT, "m", List.of("read", "train")), "run started: read → train");
        reads(new LifecycleEvent.StageStarted(AT, "m", "train"), "train …");
        reads(new LifecycleEvent.StageProgressed(AT, "m", "train", 3, 9), "train 3 of 9");
        reads(new LifecycleEvent.StageFinished(AT, "m", "train", TOOK, "9 trees"), "train took 1.25 s: 9 trees");
        reads(
                new LifecycleEvent.RowsRejected(AT, "m", "a.csv", new RejectedRows(1, List.of("line 3"))),
                "a.csv has 1 broken rows that were left out: [line 3]");
        reads(
                new LifecycleEvent.ExpectationBroken(AT, "m", new Violation("age at least 0", "-1", 1, List.of(4))),
                "warning: expected age at least 0, found -1 (first rows: [4])");
        reads(
                new LifecycleEvent.RunFinished(AT, "m", TOOK, new Verdict.Approved(List.of()), DIGEST),
                "run took 1.25 s: approved, bundle " + DIGEST);
        reads(new LifecycleEvent.RunFailed(AT, "m", "read", "no file"), "run failed at read: no file");
    }

    private void ofBundles() {
        reads(new LifecycleEvent.BundleLoaded(AT, "m", DIGEST, TOOK), "loaded bundle " + DIGEST + " in 1.25 s");
        reads(
                new LifecycleEvent.ExtraColumnsIgnored(AT, "m", List.of("year")),
                "the rows have columns that the model does not read: [year]");
    }

    private void ofVersions() {
        ModelVersion version = version(new Approval.Pending());
        reads(new LifecycleEvent.VersionRegistered(AT, "m", version), "registered m v2 (ab12ab12ab12, pending)");
        reads(
                new LifecycleEvent.RegistrationRefused(
                        AT, "m", new Verdict.Rejected(List.of(new Finding("f1 at least 0.9", false, "f1 0.8")))),
                "not registered: [missed: f1 at least 0.9 (f1 0.8)]");
        reads(
                new LifecycleEvent.RegistrationRefused(AT, "m", new Verdict.NotJudged()),
                "not registered: nothing judged it");
        reads(
                new LifecycleEvent.ApprovalDecided(AT, "m", version(new Approval.Approved(ANNA, AT))),
                "v2 approved by anna: it is good");
        reads(new LifecycleEvent.VersionChanged(AT, "m", VersionAction.TAG, version), "v2 was tagged");
        reads(new LifecycleEvent.VersionChanged(AT, "m", VersionAction.SIGN, version), "v2 was signed");
        reads(new LifecycleEvent.VersionChanged(AT, "m", VersionAction.DELETE, version), "v2 was deleted");
        reads(new LifecycleEvent.VersionChanged(AT, "m", VersionAction.RESTORE, version), "v2 was restored");
        reads(new LifecycleEvent.VersionChanged(AT, "m", VersionAction.PURGE, version), "v2 was purged");
    }

    private void ofRules() {
        RegisteredModel model = RegisteredModel.named("m");
        reads(new LifecycleEvent.ModelDescribed(AT, "m", model), "described: owner unknown");
        reads(
                new LifecycleEvent.ModelDescribed(
                        AT,
                        "m",
                        model.owner("anna")
                                .fourEyes(true)
                                .tags(Map.of("team", "risk", "area", "loans"))
                                .description("Who pays back.")),
                "described: owner anna, four eyes, tags {area=loans, team=risk}, Who pays back.");
        reads(new LifecycleEvent.PolicySet(AT, "m", "champion", AliasPolicy.OPEN), "policy of champion: none");
        reads(
                new LifecycleEvent.PolicySet(
                        AT,
                        "m",
                        "champion",
                        AliasPolicy.OPEN
                                .onlyApproved()
                                .atLeast(MetricKey.of("roc_auc"), 0.9)
                                .signedBy(2)
                                .minimumVersion(3)
                                .downgrade(AliasPolicy.Downgrade.BY_ROLLBACK)),
                "policy of champion: only approved, roc_auc at least 0.9, signed by 2, not below v3,"
                        + " no downgrade but by rollback");
        reads(
                new LifecycleEvent.PolicySet(
                        AT, "m", "champion", AliasPolicy.OPEN.downgrade(AliasPolicy.Downgrade.REFUSED)),
                "policy of champion: no downgrade");
        TrustedKey key = key();
        reads(
                new LifecycleEvent.KeyTrustChanged(AT, "*", key),
                key + " is trusted from 2026-01-01T00:00:00Z until 2026-01-02T00:00:00Z");
        reads(
                new LifecycleEvent.KeyTrustChanged(AT, "*", key.only("m")),
                key + " is trusted from 2026-01-01T00:00:00Z until 2026-01-02T00:00:00Z for [m]");
        reads(
                new LifecycleEvent.KeyTrustChanged(AT, "*", key.revoked(AT)),
                key + " was revoked at 2026-01-01T00:00:00Z");
        reads(
                new LifecycleEvent.AliasMoved(
                        AT, "m", new AliasMove(1, "m", "champion", OptionalInt.empty(), OptionalInt.of(2), AT, ANNA)),
                "alias 2026-01-01T00:00:00Z champion: none → v2 (anna: it is good)");
    }

    private void ofADeployment() {
        reads(
                new LifecycleEvent.Swapped(
                        AT,
                        "m",
                        new SwapReceipt(
                                "m",
                                Route.CHAMPION,
                                OptionalInt.of(1),
                                OptionalInt.of(2),
                                DIGEST,
                                AT,
                                List.of(new SwapReceipt.Check("schema", TOOK)),
                                "anna: it is good")),
                "swapped 2026-01-01T00:00:00Z CHAMPION: v1 → v2 in 1250 ms (anna: it is good)");
        reads(
                new LifecycleEvent.SwapFailed(
                        AT, "m", new SwapFailure(Route.CHAMPION, 2, "digest", "it was altered", AT, AT, 1)),
                "v2 cannot be live, digest: it was altered");
        reads(
                new LifecycleEvent.RegistryUnreachable(AT, "m", "no connection"),
                "the registry cannot be asked, what is live stays: no connection");
        reads(
                new LifecycleEvent.StartedFromCopy(AT, "m", 2, AT, "no connection"),
                "started with the copy of v2 that was kept at 2026-01-01T00:00:00Z: no connection");
    }

    private void ofAMonitor() {
        reads(
                new LifecycleEvent.WindowChecked(
                        AT,
                        "m",
                        new MonitorReport(
                                "m",
                                2,
                                AT,
                                AT,
                                500,
                                List.of(),
                                List.of(),
                                new Quality(0, 0, Double.NaN),
                                0,
                                0,
                                0,
                                List.of(),
                                List.of())),
                "checked m v2, 500 rows: no limit broken");
        Breach breach = new Breach(new Signal.AnswerDrift().above(0.2), 0.5, List.of());
        reads(new LifecycleEvent.AlertRaised(AT, "m", new Alert(AT, "m", 2, breach, "drift")), "alert: drift");
    }

    private void reads(LifecycleEvent event, String sentence) {
        sentences.put(event, sentence);
    }

    private static ModelVersion version(Approval approval) {
        return new ModelVersion("m", 2, DIGEST, 1000, new Verdict.NotJudged(), AT, "training", approval);
    }

    private static TrustedKey key() {
        try {
            return TrustedKey.of(
                    "anna",
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic(),
                    AT,
                    AT.plus(Duration.ofDays(1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
