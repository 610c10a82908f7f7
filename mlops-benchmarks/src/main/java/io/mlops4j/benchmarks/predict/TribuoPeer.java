package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.bundle.Bundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;

/**
 * Tribuo as its users use it: make an example from the record, predict. Names of features are looked up, not concatenated, and
 * given in their order and as arrays, so that an example has little to sort: of four ways the fastest.
 */
final class TribuoPeer {

    private final Model<Label> model;
    private final List<Map<@Nullable String, String>> featureNames = new ArrayList<>();
    private final double[][] scaling = new double[Person.NUMBERS.length][];
    /** The numbers, and behind them the categories, in the order of the names of their features. */
    private final int[] order;

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
        List<String> names = new ArrayList<>(List.of(Person.NUMBERS));
        for (String column : Person.CATEGORIES) {
            names.add(column + "=");
        }
        order = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Prediction<Label> predict(Person person) {
        String[] names = new String[order.length];
        double[] values = new double[order.length];
        int size = 0;
        for (int column : order) {
            if (column < Person.NUMBERS.length) {
                names[size] = Person.NUMBERS[column];
                values[size++] = (person.number(column) - scaling[column][0]) / scaling[column][1];
                continue;
            }
            int category = column - Person.NUMBERS.length;
            String name = featureNames.get(category).get(person.category(category));
            if (name != null) {
                names[size] = name;
                values[size++] = 1;
            }
        }
        return model.predict(new ArrayExample<>(
                LabelFactory.UNKNOWN_LABEL,
                size == names.length ? names : Arrays.copyOf(names, size),
                size == values.length ? values : Arrays.copyOf(values, size)));
    }

    double score(Person person) {
        return Objects.requireNonNull(predict(person).getOutputScores().get(">50K"))
                .getScore();
    }
}
