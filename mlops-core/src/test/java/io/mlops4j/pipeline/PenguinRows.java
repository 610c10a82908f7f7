package io.mlops4j.pipeline;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.DatasetBuilder;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.pipeline.PipelineEvaluation;
import io.mlops4j.api.pipeline.PipelinePreparation;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.Target;
import io.mlops4j.data.Rows;
import io.mlops4j.prepare.Preprocessors;
import org.jspecify.annotations.Nullable;

/** Two kinds of penguins, made by a formula, with some sexes missing: enough for a whole run. */
public final class PenguinRows implements DataSource<PenguinRows.Penguin> {

    private static final int ROWS = 120;

    /** A row. */
    public record Penguin(
            double mass,
            double flipper,
            String island,
            @Nullable String sex) {}

    /** The same rows, of which less is known. */
    public record Unmeasured(String island, @Nullable String sex) {}

    private static final class UnmeasuredRows implements DataSource<Unmeasured> {

        private final PenguinRows all = new PenguinRows();

        @Override
        public RowReader<Unmeasured> rows() {
            return Rows.of(Unmeasured.class);
        }

        @Override
        public Batches open(Schema wanted) {
            return all.open(wanted);
        }

        @Override
        public String name() {
            return all.name();
        }
    }

    @Override
    public RowReader<Penguin> rows() {
        return Rows.of(Penguin.class);
    }

    @Override
    public Batches open(Schema wanted) {
        return new Batches() {
            private boolean given;

            @Override
            public @Nullable Dataset next() {
                Dataset all = given ? null : all(wanted);
                given = true;
                return all;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String name() {
        return "penguins";
    }

    private static Dataset all(Schema wanted) {
        DatasetBuilder builder = Dataset.builder(wanted);
        for (int i = 0; i < ROWS; i++) {
            boolean gentoo = i % 2 == 0;
            for (int column = 0; column < wanted.size(); column++) {
                switch (wanted.columns().get(column).name()) {
                    case "mass" -> builder.row().number(column, (gentoo ? 5000 : 3500) + 40 * (i % 7));
                    case "flipper" -> builder.row().number(column, (gentoo ? 217 : 190) + i % 5);
                    case "island" ->
                        builder.row().category(column, gentoo ? "Biscoe" : i % 3 == 0 ? "Dream" : "Torgersen");
                    case "sex" -> builder.row().category(column, i % 11 == 0 ? null : i % 4 < 2 ? "male" : "female");
                    default -> builder.row().category(column, gentoo ? "Gentoo" : "Adelie");
                }
            }
            builder.add();
        }
        return builder.build();
    }

    public static PipelinePreparation<Penguin, Classification> declared() {
        return Pipeline.named("penguins")
                .source(new PenguinRows())
                .target(Target.category("species").positive("Gentoo"));
    }

    public static PipelinePreparation<Unmeasured, Classification> unmeasured() {
        return Pipeline.named("penguins")
                .source(new UnmeasuredRows())
                .target(Target.category("species").positive("Gentoo"));
    }

    public static PipelineEvaluation<Penguin, Classification> prepared() {
        return declared()
                .preprocess(Preprocessors.standardize(numeric()), Preprocessors.oneHot(categorical()))
                .train(new MeanDifference());
    }
}
