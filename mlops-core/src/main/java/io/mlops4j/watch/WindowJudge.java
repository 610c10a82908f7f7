package io.mlops4j.watch;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.ColumnDrift.State;
import io.mlops4j.api.monitor.DriftTest;
import io.mlops4j.api.monitor.Limit;
import io.mlops4j.api.monitor.Quality;
import io.mlops4j.api.monitor.Signal;
import io.mlops4j.drift.ChiSquareTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says what a window of counts means: a pure function.
 *
 * <p>A column has drifted if both its population stability index is above the limit and the test, corrected for the number of
 * columns, finds the difference significant. A window with too few rows says nothing of any limit. Score and label are
 * corrected apart from the columns, since they follow from them.
 *
 * @param test the two-sample test on each column's bins
 * @param minimumRows with fewer rows nothing is said of rows, with fewer truths nothing of quality
 */
public record WindowJudge(DriftTest test, long minimumRows) {

    /** The index above which a difference counts as large, where no limit says otherwise. */
    public static final double USUAL_LIMIT = 0.2;

    /** Fewer rows than this are not judged unless somebody chose otherwise. */
    public static final long USUAL_MINIMUM = 200;

    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.99;

    /** A judge with the usual test and minimum. */
    public WindowJudge() {
        this(new ChiSquareTest(), USUAL_MINIMUM);
    }

    /**
     * The same judge, who is content with another number of rows.
     *
     * @param rows the minimum
     * @return the judge
     */
    public WindowJudge minimumRows(long rows) {
        return new WindowJudge(test, rows);
    }

    /**
     * Judges a window.
     *
     * @param reference what it is compared with
     * @param window what was counted in it
     * @param quality how good its answers were as far as is known
     * @param limits what may not be passed
     * @return what follows
     */
    public WindowFindings judge(ReferenceBins reference, Counts window, Quality quality, List<Limit> limits) {
        DriftJudge judge = new DriftJudge(test, minimumRows);
        List<ColumnDrift> columns = judge.judge(
                reference.inputs(),
                IntStream.range(0, reference.inputs().size())
                        .mapToObj(window::input)
                        .toList(),
                reference.inputs().stream()
                        .mapToDouble(bins -> columnLimit(reference, limits, bins.column()))
                        .toArray());
        List<ColumnBins> answerBins = new ArrayList<>();
        List<long[]> answerCounts = new ArrayList<>();
        reference.score().ifPresent(bins -> {
            answerBins.add(bins);
            answerCounts.add(window.score());
        });
        reference.label().ifPresent(bins -> {
            answerBins.add(bins);
            answerCounts.add(window.label());
        });
        double[] answerLimits = new double[answerBins.size()];
        Arrays.fill(answerLimits, answerLimit(limits));
        List<ColumnDrift> answers = judge.judge(answerBins, answerCounts, answerLimits);

        List<Breach> broken = new ArrayList<>();
        List<Limit> unknown = new ArrayList<>();
        for (Limit limit : limits) {
            Finding finding = find(limit, reference, window, quality, columns, answers);
            if (finding.broken) {
                broken.add(new Breach(limit, finding.value, finding.columns));
            } else if (Double.isNaN(finding.value)) {
                unknown.add(limit);
            }
        }
        return new WindowFindings(
                window.rows(),
                columns,
                answers,
                quality,
                errorRate(window),
                window.latency(MEDIAN),
                window.latency(HIGH),
                broken,
                unknown);
    }

    private record Finding(boolean broken, double value, List<String> columns) {

        static Finding of(Limit limit, double value) {
            return new Finding(limit.brokenBy(value), value, List.of());
        }
    }

    private Finding find(
            Limit limit,
            ReferenceBins reference,
            Counts window,
            Quality quality,
            List<ColumnDrift> columns,
            List<ColumnDrift> answers) {
        Signal signal = limit.signal();
        if (signal instanceof Signal.Drift drift) {
            Set<String> chosen = names(drift, reference);
            return ofColumns(limit, columns.stream().filter(column -> chosen.contains(column.column())));
        } else if (signal instanceof Signal.AnswerDrift) {
            return ofColumns(limit, answers.stream());
        } else if (signal instanceof Signal.Latency latency) {
            return Finding.of(
                    limit,
                    window.answers() < minimumRows
                            ? Double.NaN
                            : window.latency(latency.quantile().share()));
        } else if (signal instanceof Signal.ErrorRate) {
            return Finding.of(limit, window.rows() < minimumRows ? Double.NaN : errorRate(window));
        }
        return Finding.of(limit, quality.known() < minimumRows ? Double.NaN : quality.value());
    }

    /** Of several columns those that broke the limit are named; otherwise one that is not known makes the whole unknown. */
    private static Finding ofColumns(Limit limit, Stream<ColumnDrift> judged) {
        List<ColumnDrift> columns = judged.toList();
        List<ColumnDrift> moved = columns.stream()
                .filter(column -> limit.side() == Limit.Side.ABOVE
                        ? column.state() == State.DRIFTED && limit.brokenBy(column.psi())
                        : limit.brokenBy(column.psi()))
                .toList();
        boolean unknown = columns.isEmpty() || columns.stream().anyMatch(column -> Double.isNaN(column.psi()));
        double largest = (moved.isEmpty() ? columns : moved)
                .stream()
                        .mapToDouble(ColumnDrift::psi)
                        .filter(psi -> !Double.isNaN(psi))
                        .max()
                        .orElse(Double.NaN);
        return new Finding(
                !moved.isEmpty(),
                moved.isEmpty() && unknown ? Double.NaN : largest,
                moved.stream().map(ColumnDrift::column).toList());
    }

    private static double errorRate(Counts window) {
        return window.rows() == 0 ? Double.NaN : (double) window.failures() / window.rows();
    }

    private static Set<String> names(Signal.Drift drift, ReferenceBins reference) {
        Set<String> names = new HashSet<>();
        for (Column column : drift.columns().select(reference.schema())) {
            names.add(column.name());
        }
        return names;
    }

    /** The lowest limit that was set on a column's drift. */
    private static double columnLimit(ReferenceBins reference, List<Limit> limits, String column) {
        return limits.stream()
                .filter(limit -> limit.side() == Limit.Side.ABOVE
                        && limit.signal() instanceof Signal.Drift drift
                        && names(drift, reference).contains(column))
                .mapToDouble(Limit::value)
                .min()
                .orElse(USUAL_LIMIT);
    }

    private static double answerLimit(List<Limit> limits) {
        return limits.stream()
                .filter(limit -> limit.side() == Limit.Side.ABOVE && limit.signal() instanceof Signal.AnswerDrift)
                .mapToDouble(Limit::value)
                .min()
                .orElse(USUAL_LIMIT);
    }
}
