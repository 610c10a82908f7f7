package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.predict.Passengers.Passenger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormModelTest {

    private static final Dataset ROWS = Dataset.of(
            Passengers.READER,
            List.of(
                    new Passenger("female", 40.0, 50, "S"),
                    new Passenger("male", null, 500, null),
                    new Passenger("male", 7.0, 7, "Queenstown")));

    static List<ModelForm> forms() {
        return List.of(Passengers.LINEAR, Passengers.TREES);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void givesWhatTheCompiledModelGives(ModelForm form) {
        double[] compiled = new double[6];
        Passengers.compile(form).score(ROWS, compiled);

        double[] found = new FormModel(Passengers.SPACE, form, Optional.of(Passengers.SURVIVED)).score(prepared());

        assertThat(found).containsExactly(compiled, within(1e-15));
    }

    private static Dataset prepared() {
        Dataset prepared = ROWS;
        for (FittedPreprocessor step : Passengers.STEPS) {
            prepared = step.transform(prepared);
        }
        return prepared;
    }

    @Test
    void aModelOfAnotherNumberOfFeaturesIsRefused() {
        assertThatThrownBy(() ->
                        new FormModel(new FeatureSpace(List.of()), Passengers.LINEAR, Optional.of(Passengers.SURVIVED)))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageStartingWith("The preparation gives 0 features");
    }

    @Test
    void rowsThatWereNotPreparedAreRefused() {
        FormModel model = new FormModel(Passengers.SPACE, Passengers.LINEAR, Optional.of(Passengers.SURVIVED));

        assertThatThrownBy(() -> model.score(ROWS))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("does not give the features that the model was trained on");
    }
}
