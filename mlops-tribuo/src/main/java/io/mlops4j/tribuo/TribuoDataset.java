package io.mlops4j.tribuo;

import java.io.Serial;
import java.util.Set;
import org.tribuo.Dataset;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Output;
import org.tribuo.OutputInfo;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.DatasetProto;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.impl.EmptyDatasetProvenance;

/**
 * Rows as Tribuo wants them, with features and outputs that are given: Tribuo's own data sets observe every value for
 * statistics, and order classes by their hash.
 *
 * @param <T> Tribuo's type of output
 */
@SuppressWarnings("serial") // never serialised
final class TribuoDataset<T extends Output<T>> extends Dataset<T> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ImmutableFeatureMap features;
    private final ImmutableOutputInfo<T> outputs;
    private final FeatureOrder order;

    TribuoDataset(Outputs<T> outputs, FeatureOrder order) {
        super(new EmptyDatasetProvenance(), outputs.factory());
        this.features = order.domain();
        this.outputs = outputs.domain();
        this.order = order;
    }

    void add(T output, float weight, RowEntries entries, int row) {
        entries.read(row);
        String[] names = new String[entries.size()];
        double[] values = new double[entries.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = order.name(entries.id(i));
            values[i] = entries.value(i);
        }
        data.add(new Row<>(output, weight, names, values));
    }

    @Override
    public Set<T> getOutputs() {
        return outputs.getDomain();
    }

    @Override
    public ImmutableOutputInfo<T> getOutputIDInfo() {
        return outputs;
    }

    @Override
    public OutputInfo<T> getOutputInfo() {
        return outputs;
    }

    @Override
    public ImmutableFeatureMap getFeatureIDMap() {
        return features;
    }

    @Override
    public FeatureMap getFeatureMap() {
        return features;
    }

    @Override
    public DatasetProvenance getProvenance() {
        return new EmptyDatasetProvenance();
    }

    @Override
    public DatasetProto serialize() {
        throw new UnsupportedOperationException("never stored");
    }

    /**
     * A row whose features are sorted by name already.
     *
     * @param <T> Tribuo's type of output
     */
    private static final class Row<T extends Output<T>> extends ArrayExample<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        Row(T output, float weight, String[] sortedNames, double[] values) {
            super(output, weight, 0);
            featureNames = sortedNames;
            featureValues = values;
            size = sortedNames.length;
        }
    }
}
