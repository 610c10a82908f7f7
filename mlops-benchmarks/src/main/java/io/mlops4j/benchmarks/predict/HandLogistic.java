package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.train.LinearModel;
import java.util.List;

/**
 * The logistic regression as somebody would write it by hand for this one model: each field is read by name, a category is looked
 * up, a number is one multiplication; nothing is checked and nothing is counted.
 */
final class HandLogistic {

    private final Codes[] codes = new Codes[Person.CATEGORIES.length];
    private final double[][] contributions = new double[Person.CATEGORIES.length][];
    private final double[] weights = new double[Person.NUMBERS.length];
    private final double intercept;

    HandLogistic(Bundle bundle) {
        LinearModel model = (LinearModel) bundle.form().orElseThrow();
        List<String> features = bundle.space().names();
        int last = model.margins() - 1;
        double sum = model.intercept(last) - (last == 0 ? 0 : model.intercept(0));
        for (int i = 0; i < weights.length; i++) {
            double[] scaling = Scaling.of(bundle, Person.NUMBERS[i]);
            double weight = weight(model, features.indexOf(Person.NUMBERS[i]));
            weights[i] = weight / scaling[1];
            sum -= weight * scaling[0] / scaling[1];
        }
        intercept = sum;
        for (int i = 0; i < codes.length; i++) {
            String column = Person.CATEGORIES[i];
            List<String> names =
                    bundle.categories().get(bundle.input().position(column)).names();
            codes[i] = new Codes(names);
            contributions[i] = new double[codes[i].size()];
            for (int code = 0; code < names.size(); code++) {
                contributions[i][code] = weight(model, features.indexOf(column + "=" + names.get(code)));
            }
            contributions[i][names.size()] = weight(model, features.indexOf(column + "=(missing)"));
        }
    }

    private static double weight(LinearModel model, int feature) {
        if (feature < 0) {
            return 0;
        }
        return model.margins() == 1 ? model.weight(0, feature) : model.weight(1, feature) - model.weight(0, feature);
    }

    double score(Person person) {
        double margin = intercept
                + weights[0] * person.age()
                + weights[1] * person.fnlwgt()
                + weights[2] * person.educationNum()
                + weights[3] * person.capitalGain()
                + weights[4] * person.capitalLoss()
                + weights[5] * person.hoursPerWeek()
                + contributions[0][codes[0].of(person.workclass())]
                + contributions[1][codes[1].of(person.education())]
                + contributions[2][codes[2].of(person.maritalStatus())]
                + contributions[3][codes[3].of(person.occupation())]
                + contributions[4][codes[4].of(person.relationship())]
                + contributions[5][codes[5].of(person.race())]
                + contributions[6][codes[6].of(person.sex())]
                + contributions[7][codes[7].of(person.nativeCountry())];
        return 1 / (1 + Math.exp(-margin));
    }

    /** Nothing but the codes of the categories: what any scorer of these rows has to do before it can begin to add. */
    int lookUp(Person person) {
        return codes[0].of(person.workclass())
                + codes[1].of(person.education())
                + codes[2].of(person.maritalStatus())
                + codes[3].of(person.occupation())
                + codes[4].of(person.relationship())
                + codes[5].of(person.race())
                + codes[6].of(person.sex())
                + codes[7].of(person.nativeCountry());
    }
}
