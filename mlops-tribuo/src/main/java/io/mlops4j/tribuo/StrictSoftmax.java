package io.mlops4j.tribuo;

import java.io.Serial;
import org.tribuo.math.protos.NormalizerProto;
import org.tribuo.math.util.VectorNormalizer;
import org.tribuo.util.onnx.ONNXNode;

/** Exponentials divided by their sum, the same on every processor. Only for training; never stored. */
final class StrictSoftmax implements VectorNormalizer {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public double[] normalize(double[] margins) {
        double[] copy = margins.clone();
        normalizeInPlace(copy);
        return copy;
    }

    @Override
    public void normalizeInPlace(double[] margins) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (double margin : margins) {
            greatest = Math.max(greatest, margin);
        }
        double sum = 0;
        for (int i = 0; i < margins.length; i++) {
            margins[i] = StrictMath.exp(margins[i] - greatest);
            sum += margins[i];
        }
        for (int i = 0; i < margins.length; i++) {
            margins[i] /= sum;
        }
    }

    @Override
    public NormalizerProto serialize() {
        throw new UnsupportedOperationException("never stored");
    }

    @Override
    public ONNXNode exportNormalizer(ONNXNode input) {
        throw new UnsupportedOperationException("never exported");
    }
}
