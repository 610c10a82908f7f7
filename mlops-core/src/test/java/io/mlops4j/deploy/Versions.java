package io.mlops4j.deploy;

import io.mlops4j.Mlops;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.GoldenRows;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.bundle.BundleParts;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.data.Rows;
import io.mlops4j.pipeline.PenguinRows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.predict.CompiledModel;
import io.mlops4j.predict.Predictors;
import java.util.Optional;

/** Versions of one model whose answers differ by a known shift of the margin. */
final class Versions {

    /** What was trained; every version is made of it. */
    static final Bundle TRAINED =
            Mlops.create().run(PenguinRows.prepared().build()).bundle();

    private static final LinearModel MODEL = (LinearModel) TRAINED.form().orElseThrow();

    private Versions() {}

    private static LinearModel shifted(double shift) {
        double[][] weights = new double[1][MODEL.features()];
        for (int feature = 0; feature < MODEL.features(); feature++) {
            weights[0][feature] = MODEL.weight(0, feature) / 4;
        }
        return new LinearModel(weights, new double[] {MODEL.intercept(0) / 4 + shift}, Link.LOGISTIC);
    }

    /** A compiled version. */
    static Bundle compiled(double shift) {
        return bundle(Optional.of(shifted(shift)), Optional.empty(), answers(shift));
    }

    /** A version whose golden answers are not its own. */
    static Bundle untrue(double shift) {
        return bundle(Optional.of(shifted(shift)), Optional.empty(), answers(shift + 1));
    }

    /** A version that only the {@link ScriptedFormat} opens. */
    static Bundle foreign(int script) {
        return bundle(
                Optional.empty(),
                Optional.of(new ReferenceModel(ScriptedFormat.NAME, new byte[] {(byte) script})),
                ScriptedFormat.answers(script, TRAINED.golden().inputs().size()));
    }

    private static double[] answers(double shift) {
        double[] answers = new double[TRAINED.golden().answers().length];
        CompiledModel.compile(
                        TRAINED.input(),
                        TRAINED.categories(),
                        TRAINED.steps(),
                        TRAINED.space(),
                        shifted(shift),
                        TRAINED.classes())
                .score(TRAINED.golden().inputs(), answers);
        return answers;
    }

    private static Bundle bundle(Optional<ModelForm> form, Optional<ReferenceModel> reference, double[] answers) {
        return Bundles.assemble(new BundleParts(
                TRAINED.name(),
                TRAINED.input(),
                TRAINED.categories(),
                TRAINED.target(),
                TRAINED.classes(),
                TRAINED.steps(),
                TRAINED.space(),
                form,
                reference,
                new GoldenRows(TRAINED.golden().inputs(), 2, answers),
                TRAINED.profile(),
                TRAINED.evaluation(),
                TRAINED.lineage()));
    }

    /** What a compiled version answers. */
    static double probability(double shift, Penguin row) {
        try (var predictor = Predictors.open(compiled(shift), Rows.of(Penguin.class), Classification.class)) {
            return predictor.predict(row).probability("Gentoo");
        }
    }
}
