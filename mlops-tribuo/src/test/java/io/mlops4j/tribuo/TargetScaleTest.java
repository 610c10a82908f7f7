package io.mlops4j.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.TrainingSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A linear regression of a price does not depend on the currency. */
class TargetScaleTest {

    private static final NumberTruth NUMBERS = (NumberTruth) SmallRows.numbers().truth();

    private static LinearModel learned(NumberTruth truth) {
        return (LinearModel) Tribuo.linearRegression()
                .train(SmallRows.with(SmallRows.features(), truth), Progress.NONE)
                .form()
                .orElseThrow();
    }

    private static NumberTruth numbers(double shift, double unit) {
        return NumberTruth.wrap(IntStream.range(0, NUMBERS.size())
                .mapToDouble(row -> shift + unit * NUMBERS.value(row))
                .toArray());
    }

    @ParameterizedTest
    @CsvSource({"0, 1000000", "50000, 1000", "-3, 0.00001", "2012, 1"})
    void theSameIsLearnedInEveryUnit(double shift, double unit) {
        LinearModel usual = learned(NUMBERS);
        LinearModel other = learned(numbers(shift, unit));

        for (int feature = 0; feature < usual.features(); feature++) {
            assertThat((other.weight(0, feature)) / unit).isCloseTo(usual.weight(0, feature), within(1e-6));
        }
        assertThat((other.intercept(0) - shift) / unit).isCloseTo(usual.intercept(0), within(1e-6));
    }

    @Test
    void aTargetThatIsAlwaysTheSameIsLearnedExactly() {
        LinearModel constant = learned(numbers(7, 0));

        assertThat(constant.intercept(0)).isEqualTo(7);
        assertThat(IntStream.range(0, constant.features()).mapToDouble(feature -> constant.weight(0, feature)))
                .containsOnly(0.0);
    }

    @Test
    void rowsThatWeighNothingHaveNoSay() {
        Dataset features = SmallRows.features();
        double[] weights = IntStream.range(0, SmallRows.SIZE)
                .mapToDouble(row -> row == 0 ? 0 : 1)
                .toArray();
        double[] numbers = IntStream.range(0, NUMBERS.size())
                .mapToDouble(row -> row == 0 ? 1e9 : NUMBERS.value(row))
                .toArray();
        TrainingSet rows = new TrainingSet(
                features,
                FeatureSpace.of(features),
                NumberTruth.wrap(numbers),
                Optional.of(NumericValues.wrap(weights)));

        TargetScale scale = TargetScale.of((NumberTruth) rows.truth(), Weights.of(rows));

        assertThat(scale.mean()).isBetween(0.0, 1.0);
        assertThat(scale.deviation()).isLessThan(2);
    }
}
