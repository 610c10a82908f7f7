package io.mlops4j.examples.census;

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
import io.mlops4j.api.error.CriterionNotMetException;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.Monitor;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What comes after the training: register, deploy, predict, watch, roll back, and open the home again. */
final class CensusLife {

    private static final String MODEL = "census-income";
    private static final Decision ANNA = Decision.by("anna", "meets its criteria on Adult's own test rows");

    private final Mlops mlops;
    private final Path output;
    private final PrintStream out;
    private final List<Alert> alerts = new ArrayList<>();

    CensusLife(Mlops mlops, Path output, PrintStream out) {
        this.mlops = mlops;
        this.output = output;
        this.out = out;
    }

    void register(Run<Person, Classification> run) {
        Title.print(out, "5. Register, approve, and make it the champion");
        ModelVersion version = mlops.register(run);
        mlops.registry().approve(MODEL, version.number(), ANNA);
        mlops.promote(version, ANNA);
        out.println("  " + mlops.registry().version(MODEL, version.number()));
        mlops.report(run).write(output.resolve("run.html"));
    }

    String refuseWeaker(Pipeline<Person, Classification> weaker) {
        Title.print(out, "6. Train a weaker candidate, which is refused");
        Run<Person, Classification> run = mlops.run(weaker);
        try {
            mlops.register(run);
            throw new IllegalStateException("The weaker candidate was accepted.");
        } catch (CriterionNotMetException refused) {
            out.println(refused.getMessage());
            return criterion(refused.reasons().get(0));
        }
    }

    /** What was demanded, without what was found. */
    private static String criterion(String reason) {
        return reason.substring("missed: ".length(), reason.indexOf(" ("));
    }

    /**
     * Serves with the champion and a canary of another candidate until the canary is promoted, meets drifted people, and goes
     * back.
     *
     * @return the columns that the alerts named
     */
    List<String> serve(Run<Person, Classification> better, TestPeople people) {
        Title.print(out, "7. Deploy with a canary, predict from two threads, hear the truth later");
        ModelVersion candidate = mlops.register(better);
        mlops.registry().approve(MODEL, candidate.number(), ANNA);
        try (Deployment<Person, Classification> live = mlops.deploy(
                        better.pipeline(),
                        candidate,
                        canary(percent(10))
                                .promoteAfter(Duration.ZERO)
                                .abortIf(errorRate().above(0.02)));
                Monitor monitor = mlops.monitor(live)
                        .watch(psi(numeric()).above(0.20), psi(categorical()).above(0.20))
                        .onBreach(alert())
                        .sink(alerts::add)
                        .start()) {
            predict(live, monitor, people);
            live.refresh(); // what a schedule does: the canary did well, so it is promoted
            List<String> drifted = drift(live, monitor, people);
            rollBack(live, monitor);
            return drifted;
        }
    }

    private void predict(Deployment<Person, Classification> live, Monitor monitor, TestPeople people) {
        long start = System.nanoTime();
        long[] ids = new Crowd(live).ask(people.people());
        double seconds = (System.nanoTime() - start) / 1e9;
        for (int person = 0; person < people.size(); person++) {
            live.feedback(ids[person], people.income(person));
        }
        MonitorReport report = monitor.checkNow();
        DeploymentStatus status = live.status();
        out.printf(
                Locale.ROOT,
                "  %,d predictions a second while the compiler warms up; half of them took less than %.2f µs%n",
                Math.round(people.size() / seconds),
                report.latencyP50() * 1e6);
        out.println("  champion " + status.champion());
        status.challenger().ifPresent(canary -> out.println("  canary   " + canary));
        out.printf(
                Locale.ROOT,
                "  accuracy by the %d truths that came later: %.4f%n",
                report.quality().known(),
                report.quality().value());
        out.println("  " + report);
    }

    private List<String> drift(Deployment<Person, Classification> live, Monitor monitor, TestPeople people) {
        Title.print(out, "8. The same people eight years older, working a fifth less");
        alerts.clear();
        new Crowd(live).ask(people.people().stream().map(TestPeople::drifted).toList());
        MonitorReport report = monitor.checkNow();
        alerts.forEach(alert -> out.println("  alert: " + alert.message()));
        report.answers().forEach(answer -> out.println("  answers apart: " + answer));
        return alerts.stream()
                .map(Alert::breach)
                .map(Breach::columns)
                .flatMap(List::stream)
                .toList();
    }

    private void rollBack(Deployment<Person, Classification> live, Monitor monitor) {
        Title.print(out, "9. Roll back, close, and open the home again");
        live.rollback("the alert of step 8");
        mlops.registry().history(MODEL, Alias.CHAMPION).forEach(move -> out.println("  " + move));
        live.status().receipts().forEach(receipt -> out.println("  swapped " + receipt));
        mlops.report(live, monitor).write(output.resolve("deployment.html"));
    }

    /** What the home says when somebody else opens it: who is live, and whether nobody has touched the audit. */
    int reopened(Person person, Pipeline<Person, Classification> pipeline) {
        try (Deployment<Person, Classification> live =
                mlops.deployment(pipeline).open()) {
            out.println("  opened again: " + live.predict(person));
            out.println("  audit: " + mlops.registry().verify());
            return live.status().champion().version();
        }
    }
}
