package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.predict.Passengers.Passenger;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {

    private static final int CALLS = 20_000;

    /** Seen, missing and unseen values. */
    private static final List<Passenger> ROWS = List.of(
            new Passenger("female", 40.0, 50, new String("S")),
            new Passenger("male", null, 500, null),
            new Passenger("male", 3.0, 7, new String("Queenstown")));

    private double sink;

    /** Out of the method, so that no compiler can do without the object. */
    private double[] kept = {};

    static List<ModelForm> forms() {
        return List.of(Passengers.LINEAR, Passengers.TREES);
    }

    private double bytesPerCall(ToDoubleFunction<Passenger> call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double least = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < CALLS; i++) {
                sink += call.applyAsDouble(ROWS.get(i % ROWS.size()));
            }
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            least = Math.min(least, (after - before) / (double) CALLS);
        }
        return least;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void scoringMakesNoObjectEvenForMissingAndUnseenValues(ModelForm form) {
        BoundModel<Passenger> model = Passengers.compile(form).bind(Passengers.READER);
        double[] out = new double[2];

        assertThat(bytesPerCall(model::score)).isLessThan(0.1);
        assertThat(bytesPerCall(row -> {
                    model.score(row, out);
                    return out[0];
                }))
                .isLessThan(0.1);
    }

    @Test
    void walksMakeNoObjectEither() {
        BoundModel<Passenger> model = Passengers.walk().bind(Passengers.READER);

        assertThat(bytesPerCall(model::score)).isLessThan(0.1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void predictingMakesTheAnswerAndNothingElse(ModelForm form) {
        ModelPredictor<Passenger, Classification> predictor = new ModelPredictor<>(
                "survival",
                Passengers.compile(form).bind(Passengers.READER),
                Optional.of(Passengers.SURVIVED),
                Classification.class);

        assertThat(bytesPerCall(row -> predictor.predict(row).probability())).isLessThanOrEqualTo(96);
    }

    @Test
    void theMeterSeesAnObject() {
        assertThat(bytesPerCall(row -> {
                    kept = new double[(int) row.fare()];
                    return row.fare();
                }))
                .isGreaterThan(16);
    }
}
