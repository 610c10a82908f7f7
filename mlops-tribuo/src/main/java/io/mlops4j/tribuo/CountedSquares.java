package io.mlops4j.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.regression.sgd.RegressionObjective;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** Tribuo's squared error, which counts the rows. */
final class CountedSquares implements RegressionObjective {

    private final SquaredLoss squares = new SquaredLoss();
    private final EpochProgress epochs;

    CountedSquares(EpochProgress epochs) {
        this.epochs = epochs;
    }

    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // nobody calls it: Tribuo declares it abstract
    @Override
    public Pair<Double, SGDVector> loss(DenseVector truth, SGDVector prediction) {
        return lossAndGradient(truth, prediction);
    }

    @Override
    public Pair<Double, SGDVector> lossAndGradient(DenseVector truth, SGDVector prediction) {
        epochs.row();
        return squares.lossAndGradient(truth, prediction);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return squares.getProvenance();
    }
}
