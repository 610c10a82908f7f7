package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.bundle.Bundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;

/** Tribuo as its users use it: make an example from the record, predict. Names of features are looked up, not concatenated. */
final class TribuoPeer {

    private final Model<Label> model;
    private final List<Map<@Nullable String, String>> featureNames = new ArrayList<>();
    private final double[][] scaling = new double[Person.NUMBERS.length][];

    TribuoPeer(Bundle bundle) {
        model = TribuoModels.open(bundle);
        if (model instanceof XGBoostModel<Label> trees) {
            trees.setNumThreads(1);
        }
        for (String column : Person.CATEGORIES) {
            Map<@Nullable String, String> names = new HashMap<>();
            for (String name :
                    bundle.categories().get(bundle.input().position(column)).names()) {
                names.put(name, column + "=" + name);
            }
            names.put(null, column + "=(missing)");
            featureNames.add(names);
        }
        for (int i = 0; i < scaling.length; i++) {
            scaling[i] = Scaling.of(bundle, Person.NUMBERS[i]);
        }
    }

    Prediction<Label> predict(Person person) {
        List<Feature> features = new ArrayList<>(Person.NUMBERS.length + Person.CATEGORIES.length);
        for (int i = 0; i < Person.NUMBERS.length; i++) {
            features.add(new Feature(Person.NUMBERS[i], (person.number(i) - scaling[i][0]) / scaling[i][1]));
        }
        for (int i = 0; i < Person.CATEGORIES.length; i++) {
            String name = featureNames.get(i).get(person.category(i));
            if (name != null) {
                features.add(new Feature(name, 1));
            }
        }
        return model.predict(new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, features));
    }

    double score(Person person) {
        return Objects.requireNonNull(predict(person).getOutputScores().get(">50K"))
                .getScore();
    }
}
