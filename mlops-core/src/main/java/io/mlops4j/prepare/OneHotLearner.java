package io.mlops4j.prepare;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Learns which categories there are. */
record OneHotLearner(Unseen unseen, boolean missingAbsent, int maxCategories, int minFrequency)
        implements ColumnLearner {

    @Override
    public String describe() {
        return "oneHot()";
    }

    @Override
    public Set<ColumnType> types() {
        return Set.of(ColumnType.CATEGORICAL);
    }

    @Override
    public Column output(Column input) {
        return input.as(ColumnType.SPARSE).nullable(false);
    }

    @Override
    public LearnedColumn learn(Column input, Values values) {
        CategoryCounts counts = CategoryCounts.of((CategoricalValues) values);
        boolean missing = !missingAbsent && IntStream.range(0, values.size()).anyMatch(values::missing);
        if (counts.categories().isEmpty() && !missing) {
            throw PresentNumbers.nothingIn(input, values, describe());
        }
        List<String> kept = counts.frequent(maxCategories, minFrequency);
        List<String> rare = new ArrayList<>(counts.names());
        rare.removeAll(new HashSet<>(kept));
        boolean other = !rare.isEmpty();
        // where the unseen ones go to the others, the rare ones need not be told from them
        return new OneHotColumn(input.name(), kept, missing, other, unseen == Unseen.OTHER ? List.of() : rare, unseen);
    }
}
