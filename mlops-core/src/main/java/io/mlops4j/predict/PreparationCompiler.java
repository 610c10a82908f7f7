package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import io.mlops4j.api.prepare.FittedPreprocessor;
import io.mlops4j.api.prepare.Scope;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.predict.InputColumn.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows every column through the steps, without any data, and keeps what the model reads. */
final class PreparationCompiler {

    /** Where a column of the prepared data comes from. */
    private record Origin(int position, List<ColumnMap> maps) {

        Origin then(ColumnMap map) {
            List<ColumnMap> longer = new ArrayList<>(maps);
            longer.add(map);
            return new Origin(position, longer);
        }
    }

    private final Schema input;
    private final List<Dictionary> categories;

    PreparationCompiler(Schema input, List<Dictionary> categories) {
        this.input = input;
        this.categories = categories;
        if (categories.size() != input.size()) {
            throw new IllegalArgumentException(
                    input.size() + " columns need as many dictionaries, not " + categories.size() + ".");
        }
    }

    Preparation compile(List<? extends FittedPreprocessor> steps, FeatureSpace space) {
        Map<String, Origin> origins = follow(steps);
        Map<Integer, List<FeatureBlock>> blocks = new TreeMap<>();
        for (FeatureSpace.Block block : space.blocks()) {
            Origin origin = origins.get(block.column());
            if (origin == null) {
                throw new UnsupportedModelException(
                        "The model reads a column '" + block.column()
                                + "' that its preparation does not give. The bundle was put together from parts that do not belong together.");
            }
            requireFit(block, origin);
            blocks.computeIfAbsent(origin.position(), position -> new ArrayList<>())
                    .add(new FeatureBlock(block.offset(), block.names().size(), List.copyOf(origin.maps())));
        }
        return new Preparation(columns(blocks), space.size());
    }

    private Map<String, Origin> follow(List<? extends FittedPreprocessor> steps) {
        Map<String, Origin> origins = new HashMap<>();
        for (Column column : input.columns()) {
            origins.put(column.name(), new Origin(origins.size(), List.of()));
        }
        Schema schema = input;
        for (FittedPreprocessor step : steps) {
            Map<String, Origin> next = new HashMap<>(origins);
            Schema output = step.outputSchema(schema);
            for (ColumnTransform transform : columnwise(step).transforms()) {
                Origin before = origins.get(schema.column(transform.input()).name());
                if (before != null) {
                    next.put(transform.output().name(), before.then(transform.map()));
                }
            }
            next.keySet().removeIf(name -> !output.contains(name));
            schema = output;
            origins = next;
        }
        return origins;
    }

    /** Whether every step can be taken apart into columns. */
    static boolean takes(List<? extends FittedPreprocessor> steps) {
        return steps.stream().allMatch(step -> step instanceof ColumnwisePreprocessor && step.scope() != Scope.HISTORY);
    }

    static UnsupportedModelException needsEarlierRows(FittedPreprocessor step) {
        return new UnsupportedModelException("The step '" + step.name()
                + "' needs earlier rows, so the model cannot be deployed row by row. A run trains and evaluates it; "
                + "to deploy it, leave the step out and let the source and the callers give its columns.");
    }

    private static ColumnwisePreprocessor columnwise(FittedPreprocessor step) {
        if (step.scope() == Scope.HISTORY) {
            throw needsEarlierRows(step);
        }
        if (step instanceof ColumnwisePreprocessor columnwise) {
            return columnwise;
        }
        throw new UnsupportedModelException("The step '" + step.name()
                + "' does not say what it does to each column, so the model cannot be compiled. "
                + "Let the step implement ColumnwisePreprocessor.");
    }

    /** Checks that the maps fit each other and end in the features that the model was trained on. */
    private void requireFit(FeatureSpace.Block block, Origin origin) {
        ColumnType source = input.columns().get(origin.position()).type();
        boolean number = source == ColumnType.NUMERIC || source == ColumnType.BOOLEAN;
        boolean text = source == ColumnType.CATEGORICAL || source == ColumnType.TEXT;
        boolean fits = number || text;
        boolean sparse = false;
        for (ColumnMap map : origin.maps()) {
            fits &= !sparse && (number || !(map instanceof ColumnMap.Numeric));
            number = map instanceof ColumnMap.Numeric || map instanceof ColumnMap.Encoding;
            if (map instanceof ColumnMap.Sparse encoder) {
                sparse = true;
                fits &= encoder.features().equals(block.names());
            }
        }
        if (!fits || sparse != block.sparse() || !(sparse || number)) {
            throw new UnsupportedModelException("The preparation of column '" + block.column()
                    + "' does not give the features that the model was trained on: " + block.names()
                    + ". The bundle was put together from parts that do not belong together.");
        }
    }

    private List<PreparedColumn> columns(Map<Integer, List<FeatureBlock>> blocks) {
        Map<Kind, Integer> count = new EnumMap<>(Kind.class);
        List<PreparedColumn> columns = new ArrayList<>();
        blocks.forEach((position, features) -> {
            Column column = input.columns().get(position);
            Kind kind = switch (column.type()) {
                case NUMERIC, BOOLEAN -> Kind.NUMBER;
                case CATEGORICAL -> Kind.CATEGORY;
                case TEXT -> Kind.TEXT;
                case TIMESTAMP, SPARSE -> throw new IllegalStateException("checked before");
            };
            InputColumn read =
                    new InputColumn(column, categories.get(position), kind, count.merge(kind, 1, Integer::sum) - 1);
            columns.add(new PreparedColumn(read, List.copyOf(features)));
        });
        return List.copyOf(columns);
    }
}
