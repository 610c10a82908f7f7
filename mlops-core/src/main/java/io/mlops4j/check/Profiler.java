package io.mlops4j.check;

import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.SparseValues;
import io.mlops4j.api.data.TextValues;
import io.mlops4j.api.data.TimestampValues;
import io.mlops4j.api.data.Values;
import java.util.ArrayList;
import java.util.List;

/** Says what data look like. The same data give the same profile, to the last bit, on every Java version. */
public final class Profiler {

    private Profiler() {}

    /**
     * Profiles every column.
     *
     * @param rows data as they came from a source, before any preparation
     * @return the profile
     */
    public static Profile profile(Dataset rows) {
        List<ColumnProfile> profiles = new ArrayList<>();
        for (Column column : rows.schema().columns()) {
            profiles.add(profile(column, rows.values(column.name())));
        }
        return new Profile(rows.size(), profiles);
    }

    private static ColumnProfile profile(Column column, Values values) {
        String name = column.name();
        if (values instanceof NumericValues numbers) {
            return column.type() == ColumnType.BOOLEAN
                    ? CategoryProfiler.ofFlags(name, numbers)
                    : NumericProfiler.of(name, numbers);
        } else if (values instanceof CategoricalValues categories) {
            return CategoryProfiler.of(name, categories);
        } else if (values instanceof TimestampValues times) {
            return TimestampProfiler.of(name, times);
        } else if (values instanceof TextValues texts) {
            return TextProfiler.of(name, texts);
        }
        throw new IllegalArgumentException("Column '" + name + "' holds "
                + ((SparseValues) values).features().size()
                + " features made by preprocessing: profile the data before it.");
    }
}
