package io.mlops4j.predict;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.SparseSink;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.prepare.ColumnMap;
import io.mlops4j.api.prepare.ColumnTransform;
import io.mlops4j.api.prepare.ColumnwisePreprocessor;
import java.util.List;
import java.util.Map;

/** A small fitted step. */
record TestStep(List<ColumnTransform> transforms) implements ColumnwisePreprocessor {

    static TestStep of(ColumnTransform... transforms) {
        return new TestStep(List.of(transforms));
    }

    static ColumnTransform number(String column, ColumnMap.Numeric map) {
        return new ColumnTransform(column, Column.of(column, ColumnType.NUMERIC).nullable(true), map);
    }

    static ColumnTransform category(String column, ColumnMap.Category map) {
        return new ColumnTransform(
                column, Column.of(column, ColumnType.CATEGORICAL).nullable(true), map);
    }

    static ColumnTransform encode(String column, ColumnMap.Encoding map) {
        return new ColumnTransform(column, Column.of(column, ColumnType.NUMERIC).nullable(true), map);
    }

    static ColumnTransform oneHot(String column, List<String> names) {
        return new ColumnTransform(column, Column.of(column, ColumnType.SPARSE), new OneHot(names, false));
    }

    static ColumnTransform strictOneHot(String column, List<String> names) {
        return new ColumnTransform(column, Column.of(column, ColumnType.SPARSE), new OneHot(names, true));
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Map<String, Object> state() {
        return Map.of();
    }

    /** One feature a name; another name is ignored, or refused. */
    private record OneHot(List<String> features, boolean strict, Dictionary dictionary) implements ColumnMap.Sparse {

        OneHot(List<String> names, boolean strict) {
            this(names, strict, Dictionary.of(names));
        }

        @Override
        public void apply(String value, SparseSink sink) {
            int code = dictionary.code(value);
            if (code >= 0) {
                sink.add(code, 1);
            } else if (strict) {
                throw new InvalidDataException("The category '" + value + "' is refused.");
            }
        }
    }
}
