package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.predict.Passengers.Passenger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Many threads score different rows at once, and meet in the middle of reading them. */
class ConcurrencyTest {

    private static final int THREADS = 4;
    private static final int ROWS = 200;

    private final CyclicBarrier middle = new CyclicBarrier(THREADS);

    /** Lets every thread write its row before any goes on to score. */
    private RowReader<Passenger> meeting() {
        return new RowReader<>() {
            @Override
            public Schema schema() {
                return Passengers.SCHEMA;
            }

            @Override
            public void read(Passenger row, RowBuffer buffer) {
                Passengers.READER.read(row, buffer);
                try {
                    middle.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static Passenger row(int thread, int i, String port) {
        return new Passenger(thread % 2 == 0 ? "male" : "female", (double) i, thread * 1000 + i, port);
    }

    /** How many answers differ from those of one thread alone. */
    private int wrongAnswers(ToDoubleFunction<Passenger> scorer) throws Exception {
        return wrongAnswers(scorer, Passengers.LINEAR, "S");
    }

    private int wrongAnswers(ToDoubleFunction<Passenger> scorer, ModelForm form, String port) throws Exception {
        BoundModel<Passenger> alone = Passengers.compile(form).bind(Passengers.READER);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int own = thread;
                Callable<Integer> scoring = () -> {
                    int found = 0;
                    for (int i = 0; i < ROWS; i++) {
                        found += scorer.applyAsDouble(row(own, i, port)) == alone.score(row(own, i, port)) ? 0 : 1;
                    }
                    return found;
                };
                wrong.add(threads.submit(scoring));
            }
            int sum = 0;
            for (Future<Integer> found : wrong) {
                sum += found.get(30, TimeUnit.SECONDS);
            }
            return sum;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void everyThreadGetsTheAnswersToItsOwnRows() throws Exception {
        BoundModel<Passenger> model = Passengers.compile(Passengers.LINEAR).bind(meeting());

        assertThat(wrongAnswers(model::score)).isZero();
    }

    /** The first of them lays out the walk, while the others want it too. */
    @Test
    void everyThreadGetsTheAnswersOfTreesWhoseTableDoesNotKnowTheRow() throws Exception {
        CompiledModel trees = Passengers.compile(Passengers.TREES);
        assertThat(trees.plan()).startsWith("mask table");

        assertThat(wrongAnswers(trees.bind(meeting())::score, Passengers.TREES, "Ultima Thule"))
                .isZero();
    }

    /** The broken twin: what the test above would see if calls shared what they write into. */
    @Test
    void aScorerThatSharedItsBufferWouldBeCaught() throws Exception {
        CompiledModel model = Passengers.compile(Passengers.LINEAR);
        RowReader<Passenger> reader = meeting();
        InputLayout layout = new InputLayout(reader.schema(), model.columns());
        InputRow shared = new InputRow(layout, new InputGuard(new InputTally(model.columns())));
        Plan plan = model.evaluation();
        Workspace work = plan.workspaces(layout).get();

        int wrong = wrongAnswers(row -> {
            reader.read(row, shared.buffer());
            plan.margins(shared, work);
            return model.answer().single(work.margins);
        });

        assertThat(wrong).isPositive();
    }
}
