package io.mlops4j.watch;

import io.mlops4j.api.monitor.BinCount;
import io.mlops4j.api.monitor.ColumnDrift;
import io.mlops4j.api.monitor.ColumnDrift.State;
import io.mlops4j.api.monitor.DriftTest;
import io.mlops4j.drift.Divergence;
import io.mlops4j.drift.FalseDiscovery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares columns with their reference: each by itself, then corrected for how many they are. */
final class DriftJudge {

    /** The share of false findings among all that is accepted. */
    static final double LEVEL = 0.05;

    private final DriftTest test;
    private final long minimumRows;

    DriftJudge(DriftTest test, long minimumRows) {
        this.test = test;
        this.minimumRows = minimumRows;
    }

    /**
     * Compares.
     *
     * @param limits for each column the index from which on a difference matters
     */
    List<ColumnDrift> judge(List<ColumnBins> columns, List<long[]> counts, double[] limits) {
        DriftTest.Result[] results = new DriftTest.Result[columns.size()];
        double[] p = new double[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            boolean enough = Arrays.stream(counts.get(i)).sum() >= minimumRows;
            results[i] = enough
                    ? test.test(columns.get(i).references(), counts.get(i))
                    : new DriftTest.Result(Double.NaN, Double.NaN);
            p[i] = results[i].pValue();
        }
        double[] adjusted = FalseDiscovery.adjust(p);
        List<ColumnDrift> judged = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnBins bins = columns.get(i);
            boolean known = !Double.isNaN(p[i]);
            double psi = known ? Divergence.psi(bins.references(), counts.get(i), Divergence.FLOOR) : Double.NaN;
            State state = !known
                    ? State.NOT_ENOUGH_DATA
                    : psi > limits[i] && adjusted[i] < LEVEL ? State.DRIFTED : State.STABLE;
            judged.add(new ColumnDrift(
                    bins.column(), state, psi, results[i].statistic(), p[i], adjusted[i], bins(bins, counts.get(i))));
        }
        return judged;
    }

    private static List<BinCount> bins(ColumnBins bins, long[] counts) {
        List<BinCount> all = new ArrayList<>(bins.size());
        for (int bin = 0; bin < bins.size(); bin++) {
            all.add(new BinCount(bins.label(bin), bins.reference(bin), counts[bin]));
        }
        return all;
    }
}
