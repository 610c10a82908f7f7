package io.mlops4j.tribuo;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.List;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.ModelProto;

/** A linear model as Tribuo's message: nothing in it but the weights and the names. */
final class LinearProto {

    private LinearProto() {}

    static ModelProto encode(Outputs<?> outputs, FeatureOrder order, DenseMatrix weights) {
        String type = outputs.linearClass();
        return ModelProto.newBuilder()
                .setVersion(0)
                .setClassName(type)
                .setSerializedData(Canonical.pack(outputs.linearMessage(
                        Metadata.of(type, outputs, order), new LinearParameters(weights).serialize())))
                .build();
    }

    /** The weights in a message, and only they: one row an output, one column a feature and the intercept. */
    static DenseMatrix decode(ModelProto message, Outputs<?> outputs, FeatureOrder order)
            throws InvalidProtocolBufferException {
        DenseTensorProto tensor = outputs.linearParameters(message.getSerializedData())
                .getSerializedData()
                .unpack(LinearParametersProto.class)
                .getWeightMatrix()
                .getSerializedData()
                .unpack(DenseTensorProto.class);
        int rows = outputs.size();
        int columns = order.size() + 1;
        if (!tensor.getDimensionsList().equals(List.of(rows, columns))
                || tensor.getValues().size() != (long) rows * columns * Double.BYTES) {
            throw new IllegalArgumentException("it does not have " + rows + " × " + columns + " weights");
        }
        DoubleBuffer values = tensor.getValues()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        double[][] weights = new double[rows][columns];
        for (double[] row : weights) {
            values.get(row);
            for (double weight : row) {
                if (!Double.isFinite(weight)) {
                    throw new IllegalArgumentException("one of its weights is " + weight);
                }
            }
        }
        return DenseMatrix.createDenseMatrix(weights);
    }
}
