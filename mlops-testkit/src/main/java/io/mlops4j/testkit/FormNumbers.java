package io.mlops4j.testkit;

import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.ArrayList;
import java.util.List;

/** Looks at every number of a model. */
final class FormNumbers {

    private final List<String> notFinite = new ArrayList<>();

    private FormNumbers() {}

    /** The numbers that are NaN or infinite, by their place. */
    static List<String> notFinite(ModelForm form) {
        FormNumbers numbers = new FormNumbers();
        if (form instanceof LinearModel linear) {
            numbers.add(linear);
        } else if (form instanceof TreeEnsemble ensemble) {
            numbers.add(ensemble);
        }
        return numbers.notFinite;
    }

    private void add(LinearModel linear) {
        for (int margin = 0; margin < linear.margins(); margin++) {
            look("intercept " + margin, linear.intercept(margin));
            for (int feature = 0; feature < linear.features(); feature++) {
                look("weight " + margin + ", " + feature, linear.weight(margin, feature));
            }
        }
    }

    private void add(TreeEnsemble ensemble) {
        for (int margin = 0; margin < ensemble.margins(); margin++) {
            look("base " + margin, ensemble.base(margin));
        }
        for (int at = 0; at < ensemble.trees().size(); at++) {
            Tree tree = ensemble.trees().get(at);
            for (int node = 0; node < tree.nodes(); node++) {
                look("tree " + at + ", node " + node, tree.isLeaf(node) ? tree.value(node) : tree.threshold(node));
            }
        }
    }

    private void look(String place, double number) {
        if (!Double.isFinite(number)) {
            notFinite.add(place + ": " + number);
        }
    }
}
