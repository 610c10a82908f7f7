package com.example.credit;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.deploy.Rollouts.canary;
import static io.mlops4j.monitor.Actions.alert;
import static io.mlops4j.monitor.Signals.errorRate;
import static io.mlops4j.monitor.Signals.psi;

import io.mlops4j.Mlops;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.monitor.AlertSink;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import java.nio.file.Path;
import java.time.Duration;

/** The service: it decides in the caller's thread, trains when it is told to, and watches itself. */
public final class CreditDesk implements AutoCloseable {

    private final Mlops mlops;
    private final Deployment<Applicant, Classification> live;
    private final Monitor monitor;

    // snippet: first
    /** Makes the first model, once, before the desk opens: somebody has to say that it may go live. */
    public static ModelVersion first(Mlops mlops, Path csv, Decision decision) {
        ModelVersion version = mlops.register(mlops.run(CreditModel.pipeline(csv)));
        mlops.registry().approve(CreditModel.NAME, version.number(), decision);
        mlops.promote(version, decision);
        return version;
    }
    // end: first

    // snippet: open
    public CreditDesk(Mlops mlops, AlertSink alerts) {
        this.mlops = mlops;
        this.live = mlops.deployment(CreditModel.NAME, CreditModel.APPLICANTS, Classification.class)
                .every(Duration.ofSeconds(30)) // looks whether the registry names another version
                .open();
        this.monitor = mlops.monitor(live)
                .watch(psi(numeric()).above(0.20), psi(categorical()).above(0.20), errorRate().above(0.01))
                .every(Duration.ofHours(1))
                .onBreach(alert())
                .sink(alerts)
                .start();
    }
    // end: open

    // snippet: decide
    /** Answers in the caller's thread; the number of the answer is kept with the case. */
    public Served<Classification> decide(Applicant applicant) {
        return live.predict(applicant);
    }

    /** Years later somebody has paid back, or has not. */
    public void paidBack(long answer, boolean inFull) {
        live.feedback(answer, inFull ? "good" : "bad");
    }
    // end: decide

    // snippet: retrain
    /** Trains on what is known today. A model that is worse than the present one is refused; others are tried first. */
    public ModelVersion retrain(Path csv) {
        ModelVersion version = mlops.register(mlops.run(CreditModel.pipeline(csv)));
        live.rollOut(
                version.number(),
                canary(percent(10)).promoteAfter(Duration.ofDays(1)).abortIf(errorRate().above(0.02)));
        return version;
    }

    /** Something is wrong: back to the model before. */
    public void rollback(String reason) {
        live.rollback(reason);
    }
    // end: retrain

    /** What is live here, since when, and why. */
    public DeploymentStatus status() {
        return live.status();
    }

    @Override
    public void close() {
        monitor.close();
        live.close();
    }
}
