package io.mlops4j.tribuo;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.train.Progress;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.TrainedModel;
import io.mlops4j.api.train.TrainingSet;
import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** One training of XGBoost. Nothing native outlives it: what another model finds in memory may spoil its answers. */
final class XgboostTraining {

    private final TrainingSet rows;
    private final XgboostSettings settings;
    private final Outputs<?> outputs;
    private final float[] labels;
    private final FeatureOrder order;

    private XgboostTraining(TrainingSet rows, XgboostSettings settings, Outputs<?> outputs, float[] labels) {
        this.rows = rows;
        this.settings = settings;
        this.outputs = outputs;
        this.labels = labels;
        this.order = new FeatureOrder(rows.space());
    }

    static XgboostTraining of(Task task, TrainingSet rows, XgboostSettings settings) {
        float[] labels = new float[rows.truth().size()];
        if (task == Task.CLASSIFICATION) {
            ClassTruth truth = Task.classes(rows.truth());
            for (int row = 0; row < labels.length; row++) {
                labels[row] = truth.code(row);
            }
            return new XgboostTraining(
                    rows, settings, new LabelOutputs(truth.classes().names()), labels);
        }
        NumberTruth truth = Task.numbers(rows.truth());
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (float) truth.value(row);
        }
        return new XgboostTraining(rows, settings, new ValueOutputs(), labels);
    }

    TrainedModel run(Progress progress) {
        byte[] booster = NativeWork.run("train", InvalidDataException::new, () -> train(progress));
        byte[] stored = Canonical.bytes(BoosterProto.encode(outputs, order, booster));
        return new TrainedModel(
                Optional.of(BoosterReader.read(booster, outputs, order)),
                Optional.of(new ReferenceModel(TribuoFormat.NAME, stored)),
                Map.of(
                        "tribuo", org.tribuo.Tribuo.VERSION,
                        "xgboost", LibraryVersions.xgboost(),
                        "treeMethod", settings.treeMethod.text()));
    }

    private byte[] train(Progress progress) throws XGBoostError {
        DMatrix matrix = NativeMatrix.of(rows, order, labels);
        try {
            return train(matrix, progress);
        } finally {
            matrix.dispose();
        }
    }

    private byte[] train(DMatrix matrix, Progress progress) throws XGBoostError {
        // no round yet: the rounds are our own, so that each can be reported, and the training stopped
        Booster booster = XGBoost.train(matrix, settings.nativeParameters(outputs), 0, Map.of(), null, null);
        try {
            for (int round = 0; round < settings.rounds; round++) {
                booster.update(matrix, round);
                progress.report(round + 1L, settings.rounds);
            }
            return booster.toByteArray("ubj");
        } finally {
            booster.dispose();
        }
    }
}
