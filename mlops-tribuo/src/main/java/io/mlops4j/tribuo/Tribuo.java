package io.mlops4j.tribuo;

import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Regression;
import io.mlops4j.api.train.ModelFormat;

/** The trainers of this module, each with defaults that its methods change. */
public final class Tribuo {

    private Tribuo() {}

    /**
     * Classes by a linear model, learned by stochastic gradient descent.
     *
     * @return the trainer with its defaults
     */
    public static LogisticRegression logisticRegression() {
        return new LogisticRegression(SgdSettings.DEFAULT);
    }

    /**
     * Numbers by a linear model, learned by stochastic gradient descent.
     *
     * @return the trainer with its defaults
     */
    public static LinearRegression linearRegression() {
        return new LinearRegression(SgdSettings.DEFAULT);
    }

    /**
     * Classes by gradient-boosted trees: one tree a round for two classes, else one a class and round.
     *
     * @return the trainer with its defaults
     */
    public static Xgboost<Classification> xgboostClassification() {
        return new Xgboost<>(Task.CLASSIFICATION, new XgboostSettings());
    }

    /**
     * Numbers by gradient-boosted trees, one a round.
     *
     * @return the trainer with its defaults
     */
    public static Xgboost<Regression> xgboostRegression() {
        return new Xgboost<>(Task.REGRESSION, new XgboostSettings());
    }

    /**
     * Opens the models that these trainers store, for their own library's answers. Found as a service too.
     *
     * @return the format {@code tribuo-protobuf}
     */
    public static ModelFormat modelFormat() {
        return new TribuoFormat();
    }
}
