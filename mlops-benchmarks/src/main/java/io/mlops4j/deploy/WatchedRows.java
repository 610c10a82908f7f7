package io.mlops4j.deploy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.predict.Predictors;
import io.mlops4j.predict.Station;
import io.mlops4j.watch.Counts;
import io.mlops4j.watch.ReferenceBins;
import io.mlops4j.watch.Tally;
import io.mlops4j.watch.TallyBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a prediction that watches it, without the prediction: rows that were scored before, a lane, a block. It lies in
 * this package to reach what a deployment is made of.
 *
 * @param <I> the type of a row
 */
public final class WatchedRows<I> {

    private final Lanes lanes = new Lanes();
    private final ReferenceBins bins;
    private final Tally tally;
    private final List<TallyBlock> blocks = new ArrayList<>();
    private final Station<?>[] stations;
    private final double[] scores;
    private final int[] labels;

    /**
     * Scores rows.
     *
     * @param bundle the model
     * @param reader reads the rows
     * @param rows as many as a power of two
     */
    public WatchedRows(Bundle bundle, RowReader<I> reader, List<I> rows) {
        ModelPredictor<I, Classification> predictor = Predictors.open(bundle, reader, Classification.class);
        bins = ReferenceBins.of(bundle);
        tally = new Tally(bins, predictor.columns());
        for (int i = 0; i < lanes.size(); i++) {
            blocks.add(tally.newBlock());
        }
        stations = new Station<?>[rows.size()];
        scores = new double[rows.size()];
        labels = new int[rows.size()];
        double[] both = new double[2];
        for (int i = 0; i < stations.length; i++) {
            Station<I> station = predictor.station();
            station.read(rows.get(i));
            station.score(both);
            stations[i] = station;
            scores[i] = both[1];
            labels[i] = Classification.winner(both, 0, both.length);
        }
    }

    /**
     * Watches one of the rows.
     *
     * @param row which one; counted on for ever
     * @param nanoseconds how long it took
     */
    public void watch(int row, long nanoseconds) {
        int at = row & (stations.length - 1);
        Lane lane = lanes.take();
        try {
            blocks.get(lane.number).answered(stations[at], scores[at], labels[at], nanoseconds);
        } finally {
            lanes.give(lane);
        }
    }

    /**
     * What was counted.
     *
     * @return the totals
     */
    public Counts counts() {
        return tally.counts();
    }

    /**
     * With what it is compared.
     *
     * @return the bins
     */
    public ReferenceBins bins() {
        return bins;
    }
}
