package io.mlops4j.report;

import io.mlops4j.api.data.Columns;
import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.LiveVersion;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.monitor.BinCount;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.MonitorReport;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Six weeks of a deployment, made by hand: three versions, a drift, an alert and a rollback. */
final class SampleLife {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final Instant NOW = START.plus(Duration.ofDays(44));
    private static final long WINDOW = 4000;
    private static final int WINDOWS = 14;

    private SampleLife() {}

    static String page() {
        return Reports.of(status("census-income"), versions(), moves(), checks())
                .html();
    }

    static DeploymentStatus status(String model) {
        return new DeploymentStatus(
                model,
                NOW,
                new LiveVersion(
                        2, digest(2), START.plus(Duration.ofDays(42)), "mask table, 100 trees, 423 kB", 8_112, 0),
                Optional.empty(),
                Optional.of(new LiveVersion(
                        3, digest(3), START.plus(Duration.ofDays(21)), "linear, 108 features", 48_211, 3)),
                2,
                1,
                17,
                Map.of(
                        Feedback.JOINED,
                        21_040L,
                        Feedback.DUPLICATE,
                        112L,
                        Feedback.CORRECTED,
                        9L,
                        Feedback.EXPIRED,
                        1L),
                List.of(new SwapFailure(
                        Route.CHALLENGER,
                        4,
                        "golden rows",
                        "Golden row 3 gives 0.731 and not 0.693.\nThe bundle needs the function 'scale' in another version.",
                        START.plus(Duration.ofDays(43)),
                        NOW,
                        12)),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        receipt(OptionalInt.empty(), 1, 0, "first version"),
                        receipt(OptionalInt.of(1), 2, 9, "better by 0.4 points"),
                        receipt(OptionalInt.of(2), 3, 21, "retrained on March"),
                        receipt(OptionalInt.of(3), 2, 42, "support ticket 4711: ages are wrong")));
    }

    private static SwapReceipt receipt(OptionalInt from, int to, int day, String reason) {
        return new SwapReceipt(
                "census-income",
                Route.CHAMPION,
                from,
                OptionalInt.of(to),
                digest(to),
                START.plus(Duration.ofDays(day)),
                List.of(
                        new SwapReceipt.Check("load", Duration.ofMillis(41)),
                        new SwapReceipt.Check("digest", Duration.ofMillis(2)),
                        new SwapReceipt.Check("golden rows", Duration.ofMillis(7)),
                        new SwapReceipt.Check("warm", Duration.ofMillis(88))),
                reason);
    }

    static String digest(int version) {
        return Integer.toString(version).repeat(64);
    }

    static List<ModelVersion> versions() {
        List<Finding> met = List.of(new Finding("accuracy at least 0.87", true, "accuracy 0.8739"));
        List<Finding> missed = List.of(new Finding("roc_auc no worse than the champion", false, "roc_auc 0.90"));
        return List.of(
                version(1, new Verdict.Approved(met), new Approval.Approved(ana("it is the first"), START)),
                version(2, new Verdict.Approved(met), new Approval.Approved(ana("looked at all slices"), START)),
                version(3, new Verdict.Approved(met), new Approval.Approved(ana("as v2"), START)),
                version(4, new Verdict.Rejected(missed), new Approval.Pending()));
    }

    private static Decision ana(String reason) {
        return Decision.by("ana", reason);
    }

    private static ModelVersion version(int number, Verdict verdict, Approval approval) {
        return new ModelVersion(
                "census-income",
                number,
                digest(number),
                412_000 + number,
                verdict,
                START.plus(Duration.ofDays(number * 7L - 8)),
                "nightly-training",
                approval);
    }

    static List<AliasMove> moves() {
        return List.of(
                move(1, "champion", OptionalInt.empty(), OptionalInt.of(1), 0, "ana", "first version"),
                move(2, "challenger", OptionalInt.empty(), OptionalInt.of(2), 5, "ana", "try on 10 %"),
                move(3, "champion", OptionalInt.of(1), OptionalInt.of(2), 9, "rollout", "did well for four days"),
                move(4, "challenger", OptionalInt.of(2), OptionalInt.empty(), 9, "rollout", "it is the champion now"),
                move(5, "champion", OptionalInt.of(2), OptionalInt.of(3), 21, "ben", "retrained on March"),
                move(6, "champion", OptionalInt.of(3), OptionalInt.of(2), 42, "monitor", "drift above 0.2 in age"));
    }

    static AliasMove move(
            long sequence, String alias, OptionalInt from, OptionalInt to, long day, String who, String why) {
        return new AliasMove(
                sequence, "census-income", alias, from, to, START.plus(Duration.ofDays(day)), Decision.by(who, why));
    }

    static List<MonitorReport> checks() {
        List<MonitorReport> checks = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            checks.add(check(window));
        }
        return checks;
    }

    private static MonitorReport check(int window) {
        Instant from = START.plus(Duration.ofDays(window * 3L + 1));
        int version = window < 3 ? 1 : window < 7 ? 2 : 3;
        double move = Math.max(0, (window - 9) / 4.0);
        List<ColumnDrift> columns = List.of(
                numbers("age", move),
                numbers("hours_per_week", -move * 0.6),
                numbers("education_num", 0.02),
                categories("workclass", 9, 0.01),
                categories("native_country", 30, 0.03),
                categories("sex", 2, 0),
                missing("capital_gain"));
        List<Breach> broken = new ArrayList<>();
        List<String> drifted = columns.stream()
                .filter(column -> column.state() == ColumnDrift.State.DRIFTED)
                .map(ColumnDrift::column)
                .toList();
        if (!drifted.isEmpty()) {
            broken.add(new Breach(
                    new Signal.Drift(Columns.numeric()).above(0.2),
                    columns.get(0).psi(),
                    drifted));
        }
        if (window >= 12) {
            broken.add(new Breach(new Signal.Accuracy().below(0.84), 0.83, List.of()));
        }
        long known = window == 5 ? 0 : window == 13 ? 60 : 1500 + 40 * window;
        double accuracy = known == 0 ? Double.NaN : 0.872 - 0.012 * move * 3 - 0.002 * (window % 3);
        List<Limit> unknown = known < 200 ? List.of(new Signal.MeanAbsoluteError().above(3)) : List.of();
        return new MonitorReport(
                "census-income",
                version,
                from,
                from.plus(Duration.ofDays(3)),
                WINDOW + 137L * (window % 4),
                columns,
                List.of(numbers("(score)", move / 3), categories("(label)", 2, 0.02 * move)),
                new Quality(WINDOW, known, accuracy),
                window == 8 ? 0.004 : 0.0002 * (window % 3),
                3.1e-7 + 2e-8 * (window % 4),
                2.4e-6 + 4e-7 * (window % 5),
                broken,
                unknown);
    }

    private static ColumnDrift numbers(String column, double move) {
        List<BinCount> bins = new ArrayList<>();
        for (int bin = 0; bin < 10; bin++) {
            long reference = 3256;
            long current = Math.round(WINDOW / 10.0 * (1 + move * (bin - 4.5) / 4.5));
            bins.add(new BinCount(17 + bin * 5 + " to " + (22 + bin * 5), reference, current));
        }
        bins.add(new BinCount("(missing)", 0, 12));
        return drift(column, bins);
    }

    private static ColumnDrift categories(String column, int count, double move) {
        List<BinCount> bins = new ArrayList<>();
        for (int bin = 0; bin < count; bin++) {
            long reference = 32_000 / ((bin + 1) * (bin + 2));
            bins.add(new BinCount(
                    column + " " + (bin + 1), reference, Math.round(reference / 8.0 * (1 + move * (bin % 3 - 1)))));
        }
        bins.add(new BinCount("(unseen)", 0, 3));
        return drift(column, bins);
    }

    private static ColumnDrift missing(String column) {
        return new ColumnDrift(
                column,
                ColumnDrift.State.NOT_ENOUGH_DATA,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(new BinCount("0", 29_000, 80), new BinCount("0 to 99999", 3_561, 9)));
    }

    private static ColumnDrift drift(String column, List<BinCount> bins) {
        double reference = bins.stream().mapToLong(BinCount::reference).sum();
        double current = bins.stream().mapToLong(BinCount::current).sum();
        double psi = 0;
        for (BinCount bin : bins) {
            double p = Math.max(bin.reference() / reference, 1e-4);
            double q = Math.max(bin.current() / current, 1e-4);
            psi += (q - p) * Math.log(q / p);
        }
        boolean drifted = psi > 0.2;
        return new ColumnDrift(
                column,
                drifted ? ColumnDrift.State.DRIFTED : ColumnDrift.State.STABLE,
                psi,
                psi * 4000,
                drifted ? 1e-12 : 0.31,
                drifted ? 1e-11 : 0.62,
                bins);
    }
}
