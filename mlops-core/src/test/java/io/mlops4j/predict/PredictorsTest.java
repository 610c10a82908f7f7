package io.mlops4j.predict;

import static io.mlops4j.predict.Passengers.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.InputCounts;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.OpenModel;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import io.mlops4j.predict.Passengers.Passenger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PredictorsTest {

    private static final Passenger WOMAN = new Passenger("female", 40.0, 50, "S");
    private static final Passenger MAN = new Passenger("male", null, 500, null);

    static Bundle bundle(Optional<ModelForm> form) {
        Dataset none = Dataset.builder(Passengers.SCHEMA).build();
        return new Bundle(
                "survival",
                Passengers.SCHEMA,
                Passengers.CATEGORIES,
                Target.category("survived"),
                Optional.of(Passengers.SURVIVED),
                Passengers.STEPS,
                Passengers.SPACE,
                form,
                Optional.of(new ReferenceModel("abacus", new byte[0])),
                new GoldenRows(none, 2, new double[0]),
                PROFILE,
                EVALUATION,
                Map.of(),
                BundleContent.of(new byte[] {1}));
    }

    private static final Profile PROFILE = new Profile(0, List.of());
    private static final Evaluation EVALUATION = new Evaluation(0, List.of(), Optional.empty());

    /** The linear model by another library's hand. */
    static final class Abacus implements OpenModel {

        private boolean closed;
        private double factor = 1;
        private boolean mute;

        @Override
        public double[] score(Dataset prepared) {
            if (mute) {
                return null;
            }
            double[] scores = NaiveModel.score(prepared, List.of(), Passengers.SPACE, Passengers.LINEAR);
            for (int i = 0; i < scores.length; i++) {
                scores[i] *= factor;
            }
            return scores;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aPredictorAnswersWithAllProbabilities() {
        try (ModelPredictor<Passenger, Classification> predictor =
                Predictors.open(bundle(Optional.of(Passengers.LINEAR)), READER, Classification.class)) {
            Classification answer = predictor.predict(WOMAN);

            assertThat(answer.label()).isEqualTo("1");
            assertThat(answer.probability("1"))
                    .isEqualTo(predictor.singleScorer().score(WOMAN));
            assertThat(answer.probability("0") + answer.probability("1")).isEqualTo(1);
            assertThat(predictor.scorer().plan()).isEqualTo("linear: 2 numbers, 2 tables");
            assertThat(predictor.scorer().outputs()).isEqualTo(2);
        }
    }

    @Test
    void aPredictorCountsForItself() {
        Bundle bundle = bundle(Optional.of(Passengers.TREES));
        try (ModelPredictor<Passenger, Classification> one = Predictors.open(bundle, READER, Classification.class);
                ModelPredictor<Passenger, Classification> other =
                        Predictors.open(bundle, READER, Classification.class)) {
            one.predict(MAN);
            one.scorer().score(Dataset.of(READER, List.of(MAN, WOMAN)), new double[4]);

            assertThat(one.counts())
                    .containsExactly(
                            new InputCounts("sex", 0, 0, 0),
                            new InputCounts("age", 2, 0, 0),
                            new InputCounts("fare", 0, 0, 0),
                            new InputCounts("port", 2, 0, 0));
            assertThat(other.counts()).allMatch(counts -> counts.missing() == 0);
        }
    }

    @Test
    void aClosedPredictorSaysSoHoweverItIsCalled() {
        ModelPredictor<Passenger, Classification> predictor =
                Predictors.open(bundle(Optional.of(Passengers.TREES)), READER, Classification.class);
        var scorer = predictor.singleScorer();

        predictor.close();
        predictor.close();

        assertThatThrownBy(() -> predictor.predict(WOMAN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The predictor of model 'survival' is closed. Open a new one.");
        assertThatThrownBy(() -> scorer.score(WOMAN)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scorer.score(WOMAN, new double[2])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(predictor::counts).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherKindOfAnswerIsRefused() {
        assertThatThrownBy(() -> Predictors.open(bundle(Optional.of(Passengers.LINEAR)), READER, Regression.class))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessage(
                        "Bundle 'survival' gives a Classification, not a Regression. Ask for Classification.class.");
    }

    @Test
    void aBundleWithoutFlatArraysNamesTheFormatThatIsNeeded() {
        assertThatThrownBy(() -> Predictors.open(bundle(Optional.empty()), READER, Classification.class))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("'abacus'");
    }

    @Test
    void theReferenceModelGivesTheSameAnswersAndCounts() {
        Abacus abacus = new Abacus();
        Bundle bundle = bundle(Optional.of(Passengers.LINEAR));
        Passenger unseen = new Passenger("male", Double.POSITIVE_INFINITY, 7, "Queenstown");
        ModelPredictor<Passenger, Classification> compiled = Predictors.open(bundle, READER, Classification.class);
        ModelPredictor<Passenger, Classification> reference =
                Predictors.open(bundle, READER, Classification.class, abacus);

        for (Passenger row : List.of(WOMAN, MAN, unseen)) {
            assertThat(reference.predict(row).probability("1"))
                    .isCloseTo(compiled.predict(row).probability("1"), within(1e-15));
            assertThat(reference.singleScorer().score(row))
                    .isEqualTo(reference.predict(row).probability("1"));
        }
        // a data set has turned the infinity into a missing value before it is counted
        assertThat(reference.counts()).contains(new InputCounts("port", 3, 0, 3), new InputCounts("age", 6, 0, 0));
        reference.close();
        reference.close();
        assertThat(abacus.closed).isTrue();
    }

    @Test
    @Tag("T14")
    void aReferenceModelThatAnswersNaNIsNotPassedOn() {
        Abacus abacus = new Abacus();
        abacus.factor = Double.NaN;
        ModelPredictor<Passenger, Classification> predictor =
                Predictors.open(bundle(Optional.empty()), READER, Classification.class, abacus);

        assertThatThrownBy(() -> predictor.predict(WOMAN))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    @Tag("F19")
    void aReferenceModelThatAnswersNullIsAFailureAndNotTheRowsFault() {
        Abacus abacus = new Abacus();
        abacus.mute = true;
        ModelPredictor<Passenger, Classification> predictor =
                Predictors.open(bundle(Optional.empty()), READER, Classification.class, abacus);

        assertThatThrownBy(() -> predictor.predict(WOMAN))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageContaining("null");
    }

    @Test
    @Tag("T17")
    void aReaderThatDoesNotMatchIsRefusedBeforeAnyRow() {
        var reader = Passengers.reader(Passengers.SCHEMA.without("fare"));

        assertThatThrownBy(() -> Predictors.open(bundle(Optional.of(Passengers.LINEAR)), reader, Classification.class))
                .isInstanceOf(SchemaException.class);
        assertThatThrownBy(() -> Predictors.open(bundle(Optional.empty()), reader, Classification.class, new Abacus()))
                .isInstanceOf(SchemaException.class);
    }
}
