package io.mlops4j.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.data.Rows;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.predict.InputColumn;
import io.mlops4j.predict.ModelPredictor;
import io.mlops4j.predict.Predictors;
import io.mlops4j.predict.Station;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Bundle BUNDLE =
            Mlops.create().run(PenguinRows.prepared().build()).bundle();
    private static final int THREADS = 2;
    private static final int ROWS = 300_000;

    private final ModelPredictor<Penguin, Classification> predictor =
            Predictors.open(BUNDLE, Rows.of(Penguin.class), Classification.class);
    private final Tally tally = new Tally(ReferenceBins.of(BUNDLE), predictor.columns());

    private Station<Penguin> scored() {
        Station<Penguin> station = predictor.station();
        station.read(new Penguin(5100, 219, "Biscoe", "male"));
        station.score(new double[2]);
        return station;
    }

    private long counted(IntFunction<TallyBlock> block) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CountDownLatch started = new CountDownLatch(THREADS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                TallyBlock own = block.apply(thread);
                Station<Penguin> station = scored();
                ends.add(pool.submit(() -> {
                    started.countDown();
                    started.await();
                    for (int i = 0; i < ROWS; i++) {
                        own.answered(station, 0.9, 1, i);
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return tally.answers();
    }

    @Test
    void nothingIsLostIfEveryThreadHasABlockOfItsOwn() throws Exception {
        assertThat(counted(thread -> tally.newBlock())).isEqualTo((long) THREADS * ROWS);
        assertThat(tally.counts().rows()).isEqualTo((long) THREADS * ROWS);
    }

    /** The broken twin: what a lane is for. */
    @Test
    void threadsThatShareABlockLoseCounts() throws Exception {
        TallyBlock shared = tally.newBlock();
        long expected = 0;
        long found;
        do { // on a machine with one free core the threads may come one after the other
            found = counted(thread -> shared);
            expected += (long) THREADS * ROWS;
        } while (found == expected && expected < 100L * THREADS * ROWS);
        assertThat(found).isLessThan(expected);
    }

    @Test
    void aCopyIsOfOneMomentHoweverBusyItsOwnerIs() throws Exception {
        TallyBlock busy = tally.newBlock();
        Station<Penguin> station = scored();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> end = pool.submit(() -> {
                for (int i = 0; !stop.get(); i++) {
                    busy.answered(station, 0.9, 1, i);
                }
            });
            long last = 0;
            for (int look = 0; look < 2000; look++) {
                Counts counts = tally.counts();
                assertThat(counts.rows()).isGreaterThanOrEqualTo(last);
                last = counts.rows();
                for (int column = 0; column < 4; column++) {
                    assertThat(Arrays.stream(counts.input(column)).sum()).isEqualTo(last);
                }
                assertThat(Arrays.stream(counts.label()).sum()).isEqualTo(last);
            }
            stop.set(true);
            end.get();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aBlockWhoseOwnerIsGoneIsReadAtOnce() {
        TallyBlock block = tally.newBlock();
        block.answered(scored(), 0.9, 1, 1000);
        block.failed();

        Counts counts = tally.counts();

        assertThat(counts.rows()).isEqualTo(2);
        assertThat(counts.failures()).isEqualTo(1);
        assertThat(tally.answers()).isEqualTo(1);
        assertThat(tally.failures()).isEqualTo(1);
    }

    @Test
    void aRowIsCountedInTheBinOfEachOfItsColumns() {
        ReferenceBins reference = ReferenceBins.of(BUNDLE);
        Station<Penguin> station = scored();
        tally.newBlock().answered(station, 0.9, 1, 1000);

        Counts counts = tally.counts();

        for (InputColumn column : predictor.columns()) {
            int at = IntStream.range(0, reference.inputs().size())
                    .filter(i -> reference.inputs().get(i).column().equals(column.name()))
                    .findFirst()
                    .orElseThrow();
            ColumnBins bins = reference.inputs().get(at);
            long[] expected = new long[bins.size()];
            expected[
                    column.kind() == InputColumn.Kind.NUMBER
                            ? bins.bin(station.number(column.index()))
                            : bins.bin(station.code(column.index()))] = 1;
            assertThat(counts.input(at)).as(column.name()).isEqualTo(expected);
        }
        assertThat(counts.score()[reference.score().orElseThrow().bin(0.9)]).isEqualTo(1);
        assertThat(counts.label()[reference.label().orElseThrow().bin(1)]).isEqualTo(1);
    }
}
