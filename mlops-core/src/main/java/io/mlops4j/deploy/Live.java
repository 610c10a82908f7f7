package io.mlops4j.deploy;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.predict.Station;
import io.mlops4j.watch.ReferenceBins;
import io.mlops4j.watch.Tally;
import io.mlops4j.watch.TallyBlock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A version that is loaded, and what is counted of it. In every lane it has a desk: a station to score at, and a block to
 * count in.
 */
final class Live<I, Y extends Prediction> {

    private static final int INDEXED = 512;

    private final int version;
    private final String digest;
    private final ModelPredictor<I, Y> predictor;
    private final Class<Y> type;
    private final @Nullable Classes classes;
    private final int positive;
    private final int outputs;
    private final ReferenceBins bins;
    private final Tally tally;
    private final Memory memory;
    private final LongSupplier ticker;
    private final AtomicReferenceArray<@Nullable Desk> desks = new AtomicReferenceArray<>(INDEXED);
    private final ConcurrentHashMap<Integer, Desk> moreDesks = new ConcurrentHashMap<>();

    Live(
            int version,
            String digest,
            ModelPredictor<I, Y> predictor,
            Class<Y> type,
            ReferenceBins bins,
            Memory memory,
            LongSupplier ticker) {
        this.version = version;
        this.digest = digest;
        this.predictor = predictor;
        this.type = type;
        this.bins = bins;
        this.classes = bins.classes().orElse(null);
        this.outputs = bins.classes().map(Classes::size).orElse(1);
        this.positive = bins.classes().map(Classes::positiveIndex).orElse(0);
        this.tally = new Tally(bins, predictor.columns());
        this.memory = memory;
        this.ticker = ticker;
    }

    /** Where one caller at a time scores and counts. */
    private final class Desk {

        final Station<I> station = predictor.station();
        final TallyBlock block = tally.newBlock();
        /** Takes the numbers where the answer does not keep them. */
        final double[] scratch = new double[outputs];
    }

    int version() {
        return version;
    }

    String digest() {
        return digest;
    }

    String plan() {
        return predictor.scorer().plan();
    }

    ReferenceBins bins() {
        return bins;
    }

    Tally tally() {
        return tally;
    }

    /**
     * Answers a row, counts it, and remembers it for feedback.
     *
     * @param start when it began
     */
    Y answer(I row, Lane lane, long id, long start) {
        Desk desk = desk(lane);
        read(row, desk.station);
        Classes known = classes;
        double[] scores = known == null ? desk.scratch : new double[outputs];
        desk.station.score(scores);
        Prediction answer;
        double score;
        int label;
        long predicted;
        if (known == null) {
            answer = new Regression(scores[0]);
            score = scores[0];
            label = -1;
            predicted = Double.doubleToRawLongBits(score);
        } else {
            answer = Classification.wrap(known, scores);
            score = positive < 0 ? Double.NaN : scores[positive];
            label = Classification.winner(scores, 0, outputs);
            predicted = label;
        }
        desk.block.answered(desk.station, score, label, ticker.getAsLong() - start);
        lane.remember(memory, id, version, predicted);
        return type.cast(answer);
    }

    private void read(I row, Station<I> station) {
        try {
            station.read(row);
        } catch (InvalidDataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidDataException(
                    "A row of " + bins.schema().name() + " cannot be read: its reader threw "
                            + e.getClass().getName() + ". Mend the row, or the reader.",
                    e);
        }
    }

    /** Counts a row that it could not answer. */
    void failed(Lane lane) {
        desk(lane).block.failed();
    }

    private Desk desk(Lane lane) {
        if (lane.number >= INDEXED) {
            return moreDesks.computeIfAbsent(lane.number, number -> new Desk());
        }
        // only the holder of the lane writes here
        Desk desk = desks.getPlain(lane.number);
        if (desk == null) {
            desk = new Desk();
            desks.setRelease(lane.number, desk);
        }
        return desk;
    }

    /** Releases the model after its last call. */
    void retire() {
        predictor.retire();
    }
}
