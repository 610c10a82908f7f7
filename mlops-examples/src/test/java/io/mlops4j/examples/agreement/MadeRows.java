package io.mlops4j.examples.agreement;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.data.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A few made-up columns and rows, of which a target depends a little; some values are missing. */
final class MadeRows implements DataSource<Map<String, ?>> {

    static final String TARGET = "target";

    private final Schema schema;
    private final long seed;
    private final int size;
    private final int classes;

    MadeRows(long seed, int numbers, int categories, int size, int classes) {
        List<Column> columns = new ArrayList<>();
        IntStream.range(0, numbers)
                .forEach(i -> columns.add(Column.of("n" + i, ColumnType.NUMERIC).nullable(true)));
        IntStream.range(0, categories)
                .forEach(i ->
                        columns.add(Column.of("c" + i, ColumnType.CATEGORICAL).nullable(true)));
        this.schema = Schema.of("made", columns);
        this.seed = seed;
        this.size = size;
        this.classes = classes;
    }

    @Override
    public RowReader<Map<String, ?>> rows() {
        return Rows.maps(schema);
    }

    @Override
    public String name() {
        return "made";
    }

    @Override
    public Batches open(Schema wanted) {
        return new Batches() {
            private boolean given;

            @Override
            public @Nullable Dataset next() {
                Dataset all = given ? null : make(wanted);
                given = true;
                return all;
            }

            @Override
            public void close() {}
        };
    }

    private Dataset make(Schema wanted) {
        Random random = new Random(seed);
        DatasetBuilder builder = Dataset.builder(wanted);
        for (int row = 0; row < size; row++) {
            double signal = 0;
            for (Column column : schema.columns()) {
                int at = wanted.position(column.name());
                double draw = random.nextGaussian();
                boolean missing = random.nextInt(10) == 0;
                signal += missing ? 0 : draw;
                if (column.type() == ColumnType.NUMERIC) {
                    builder.row().number(at, missing ? Double.NaN : scaled(draw, at));
                } else {
                    builder.row().category(at, missing ? null : "k" + Math.round(2 * draw));
                }
            }
            // each class once, so that there are as many as there shall be
            int code = row < classes ? row : (int) Math.floorMod(Math.round(signal), (long) classes);
            if (wanted.contains(TARGET) && classes > 1) {
                builder.row().category(wanted.position(TARGET), "class" + code);
            } else if (wanted.contains(TARGET)) {
                builder.row().number(wanted.position(TARGET), signal);
            }
            builder.add();
        }
        return builder.build();
    }

    /** Some columns are small, some large, some mostly 0. */
    private static double scaled(double draw, int column) {
        return switch (column % 3) {
            case 0 -> draw;
            case 1 -> Math.max(0, draw);
            default -> 1e4 * draw + 7;
        };
    }
}
