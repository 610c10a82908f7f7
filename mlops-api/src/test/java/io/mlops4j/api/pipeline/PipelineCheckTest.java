package io.mlops4j.api.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.error.InvalidPipelineException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.pipeline.Declared.ByGroup;
import io.mlops4j.api.pipeline.Declared.Linear;
import io.mlops4j.api.pipeline.Declared.NotNull;
import io.mlops4j.api.pipeline.Declared.Recall;
import io.mlops4j.api.pipeline.Declared.Step;
import io.mlops4j.api.pipeline.Passengers.Passenger;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PipelineCheckTest {

    @Test
    void aSoundDeclarationIsBuiltWithoutReadingData() {
        Pipeline<Passenger, Classification> pipeline =
                prepared().train(new Linear()).build();

        assertThat(pipeline.schema().describe()).isEqualTo("sex, pclass, age, fare, boarded, survived");
        assertThat(pipeline.schema().column("survived").role()).isEqualTo(Role.TARGET);
        assertThat(pipeline.schema().column("boarded").role()).isEqualTo(Role.TIME);
        assertThat(pipeline.prepared().column("sex").type()).isEqualTo(ColumnType.SPARSE);
        assertThat(pipeline.prepared().column("age").nullable()).isFalse();
        assertThat(pipeline).hasToString("pipeline 'survival': passengers.csv → [complete, encode] → linear");
    }

    @Test
    void anExpectationOfAnUnknownColumnNamesTheColumnThatWasMeant() {
        InvalidPipelineException refused =
                refused(prepared().validate(new NotNull("aeg")).train(new Linear()));

        assertThat(refused)
                .hasMessage("Pipeline 'survival', validate: no column 'aeg' in Passenger. Did you mean 'age'?"
                        + " Columns: sex, pclass, age, fare, boarded, survived.")
                .hasCauseInstanceOf(SchemaException.class);
        assertThat(refused.pipeline()).isEqualTo("survival");
        assertThat(refused.stage()).isEqualTo("validate");
    }

    @Test
    void everyExpectationIsChecked() {
        assertThat(refused(prepared()
                        .validate(new NotNull("age"))
                        .validate(new NotNull("sex"), new NotNull("port"))
                        .train(new Linear())))
                .hasMessageStartingWith("Pipeline 'survival', validate: no column 'port' in Passenger.");
    }

    @Test
    void anExpectationMayBeAboutTheTarget() {
        assertThat(prepared()
                        .validate(new NotNull("survived"))
                        .train(new Linear())
                        .build()
                        .expectations())
                .hasSize(1);
    }

    @Test
    @Tag("T17")
    void aTargetThatIsPartOfTheRowWouldGiveTheAnswerAway() {
        assertThat(refused(Pipeline.named("survival")
                        .source(new Passengers())
                        .target(Target.category("sex"))
                        .train(new Linear())))
                .hasMessage(
                        "Pipeline 'survival', target: the target 'sex' is a column of Passenger, so the model would be"
                                + " given the answer. Leave it out of the row type: the source has it all the same.");
    }

    @Test
    void aSplitByAnUnknownColumnIsRefused() {
        assertThat(refused(prepared().split(new ByGroup("shp")).train(new Linear())))
                .hasMessageStartingWith("Pipeline 'survival', split: no column 'shp' in Passenger.");
        assertThat(prepared()
                        .split(new ByGroup("sex"))
                        .train(new Linear())
                        .build()
                        .split())
                .isPresent();
    }

    @Test
    void aWeightOfTheSourceAloneIsNotAFeature() {
        var pipeline = prepared().weight("importance").train(new Linear()).build();

        assertThat(pipeline.schema().column("importance"))
                .isEqualTo(Column.of("importance", ColumnType.NUMERIC).as(Role.WEIGHT));
        assertThat(pipeline.prepared().withRole(Role.FEATURE))
                .extracting(Column::name)
                .doesNotContain("importance");
    }

    @Test
    void aWeightThatIsNoNumberIsRefusedNamingItsStage() {
        assertThat(refused(prepared().weight("sex").train(new Linear())))
                .hasMessage(
                        "Pipeline 'survival', weight: the weight column 'sex' is categorical, but has to be numeric.");
    }

    @Test
    void severalWeightsAreRefusedNamingThem() {
        assertThat(refused(prepared().weight("importance").weight("fare").train(new Linear())))
                .hasMessage(
                        "Pipeline 'survival', weight: there are several weights, 'fare', 'importance', but a row counts by one."
                                + " Multiply them in a column of the source, or leave all but one out.");
        assertThat(prepared()
                        .weight("fare")
                        .weight("fare")
                        .train(new Linear())
                        .build()
                        .schema()
                        .withRole(Role.WEIGHT))
                .hasSize(1);
    }

    @Test
    void aTimeThatIsNoTimestampIsRefusedNamingItsStage() {
        assertThat(refused(prepared().time("fare").train(new Linear())))
                .hasMessage("Pipeline 'survival', time: the time column 'fare' is numeric, but has to be timestamp.");
    }

    @Test
    void aKeyOfAnyTypeIsNotAFeature() {
        var pipeline =
                prepared().key("fare").group("pclass").train(new Linear()).build();

        assertThat(pipeline.schema().column("fare"))
                .isEqualTo(Column.of("fare", ColumnType.NUMERIC).as(Role.KEY));
        assertThat(pipeline.schema().column("pclass").role()).isEqualTo(Role.GROUP);
    }

    @Test
    void anUnknownColumnCannotBeIgnored() {
        assertThat(refused(prepared().ignore("fare", "pclas").train(new Linear())))
                .hasMessageStartingWith(
                        "Pipeline 'survival', ignore: no column 'pclas' in Passenger. Did you mean 'pclass'?");
    }

    @Test
    void aColumnHasOneRole() {
        assertThat(refused(prepared().key("fare").ignore("fare").train(new Linear())))
                .hasMessage("Pipeline 'survival', ignore: the column 'fare' has the role key already."
                        + " A column has one role: copy it, or leave one of them out.");
        assertThat(prepared()
                        .key("fare")
                        .key("fare")
                        .train(new Linear())
                        .build()
                        .schema()
                        .column("fare")
                        .role())
                .isEqualTo(Role.KEY);
    }

    @Test
    void aStepIsNamedWithItsPlace() {
        assertThat(refused(prepared().preprocess(Step.encode("prot")).train(new Linear())))
                .hasMessageStartingWith("Pipeline 'survival', preprocess 3 (encode): no column 'prot' in Passenger.");
    }

    @Test
    void eachStepSeesWhatTheStepsBeforeItGive() {
        Step add = new Step("add", schema -> schema.with(Column.of("family", ColumnType.CATEGORICAL)));

        assertThat(prepared()
                        .preprocess(add, Step.encode("family"))
                        .train(new Linear())
                        .build()
                        .prepared()
                        .column("family")
                        .type())
                .isEqualTo(ColumnType.SPARSE);
    }

    @Test
    void aStepThatWouldChangeTheTargetIsRefused() {
        String message = "Pipeline 'survival', preprocess 3 (%s): the step would change the target column 'survived',"
                + " but a preparation changes features only. Choose other columns.";
        Step drop = new Step("drop", schema -> schema.without("survived"));

        assertThat(refused(prepared().preprocess(Step.encode("survived")).train(new Linear())))
                .hasMessage(message, "encode");
        assertThat(refused(prepared().preprocess(drop).train(new Linear()))).hasMessage(message, "drop");
    }

    @Test
    void aLinearTrainerRefusesWhatMayBeMissing() {
        assertThat(refused(
                        start().time("boarded").preprocess(Step.encode("sex")).train(new Linear())))
                .hasMessage("Pipeline 'survival', train: the feature 'age' may be missing: impute it.");
    }

    @Test
    @Tag("T16")
    void aPipelineWithoutFeaturesIsRefused() {
        Step drop = new Step("drop", schema -> schema.without("fare"));

        assertThat(refused(start().ignore("sex", "pclass", "age", "boarded")
                        .preprocess(drop)
                        .train(new Linear())))
                .hasMessage("Pipeline 'survival', train: no feature is left to learn from."
                        + " Columns: sex, pclass, age, boarded, survived.");
    }

    @Test
    void aMetricHasToFitTheTarget() {
        String problem = "recall is about the positive class '1', not '2'.";

        assertThat(refused(prepared().train(new Linear()).evaluate(new Recall("1"), new Recall("2"))))
                .hasMessage("Pipeline 'survival', evaluate: " + problem);
        assertThat(refused(prepared().train(new Linear()).require(new Recall("2").atLeast(0.5))))
                .hasMessage("Pipeline 'survival', require: " + problem);
    }

    @Test
    void slicesAreMadeByCategoricalColumnsEachOnce() {
        assertThat(prepared().train(new Linear()).slicedBy("sex").build().slices())
                .containsExactly("sex");
        assertThat(refused(prepared().train(new Linear()).slicedBy("sxe")))
                .hasMessageStartingWith(
                        "Pipeline 'survival', slicedBy: no column 'sxe' in Passenger. Did you mean 'sex'?");
        assertThat(refused(prepared().train(new Linear()).slicedBy("fare")))
                .hasMessage("Pipeline 'survival', slicedBy: the column 'fare' is numeric;"
                        + " slices are made by a categorical or boolean column.");
        assertThat(refused(prepared().train(new Linear()).slicedBy("sex").slicedBy("sex")))
                .hasMessage("Pipeline 'survival', slicedBy: the column 'sex' is named twice.");
    }

    @Test
    void aCriterionOnEverySliceNeedsSlices() {
        var everywhere = new Recall("1").atLeast(0.5).onEverySlice(30);

        assertThat(refused(prepared().train(new Linear()).require(everywhere)))
                .hasMessage(
                        "Pipeline 'survival', require: the criterion '" + everywhere
                                + "' has no slices to hold on. Say by which columns with slicedBy(…), or leave out onEverySlice(…).");
        assertThat(prepared()
                        .train(new Linear())
                        .slicedBy("sex")
                        .require(everywhere)
                        .build()
                        .criteria())
                .containsExactly(everywhere);
    }

    @Test
    void aPipelineIsAValueThatLaterDeclarationsDoNotChange() {
        PipelineEvaluation<Passenger, Classification> draft = prepared().train(new Linear());
        Pipeline<Passenger, Classification> first = draft.build();
        Pipeline<Passenger, Classification> second =
                draft.slicedBy("sex").require(new Recall("1").atLeast(0.7)).build();

        assertThat(first.slices()).isEmpty();
        assertThat(first.criteria()).isEmpty();
        assertThat(second.slices()).containsExactly("sex");
        assertThat(second.criteria()).hasSize(1);
    }

    private static PipelinePreparation<Passenger, Classification> start() {
        return Pipeline.named("survival")
                .source(new Passengers())
                .target(Target.category("survived").positive("1"));
    }

    private static PipelinePreparation<Passenger, Classification> prepared() {
        return start().time("boarded").preprocess(Step.complete("age"), Step.encode("sex"));
    }

    private static InvalidPipelineException refused(PipelineEvaluation<Passenger, Classification> declaration) {
        return catchThrowableOfType(InvalidPipelineException.class, declaration::build);
    }
}
