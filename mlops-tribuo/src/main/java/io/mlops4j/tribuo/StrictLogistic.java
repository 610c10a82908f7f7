package io.mlops4j.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.util.ExpNormalizer;
import org.tribuo.math.util.VectorNormalizer;

/**
 * The logistic loss of Tribuo's {@link LogMulticlass}, with {@link StrictMath}: {@link Math#exp} may differ in the last bit from
 * one processor to the next, and so would the weights.
 */
final class StrictLogistic implements LabelObjective {

    private static final VectorNormalizer SOFTMAX = new StrictSoftmax();

    private final EpochProgress epochs;

    StrictLogistic(EpochProgress epochs) {
        this.epochs = epochs;
    }

    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // nobody calls it: Tribuo declares it abstract
    @Override
    public Pair<Double, SGDVector> valueAndGradient(int truth, SGDVector margins) {
        return lossAndGradient(truth, margins);
    }

    /** The gradient of the log likelihood: one for the true class, minus the probabilities. */
    @Override
    public Pair<Double, SGDVector> lossAndGradient(Integer truth, SGDVector margins) {
        epochs.row();
        margins.normalize(SOFTMAX);
        double loss = StrictMath.log(margins.get(truth));
        margins.scaleInPlace(-1.0);
        margins.add(truth, 1.0);
        return new Pair<>(loss, margins);
    }

    @Override
    public VectorNormalizer getNormalizer() {
        return new ExpNormalizer();
    }

    @Override
    public boolean isProbabilistic() {
        return true;
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new LogMulticlass().getProvenance();
    }
}
