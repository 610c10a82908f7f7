package io.mlops4j.prepare;

import static io.mlops4j.api.data.Columns.named;
import static io.mlops4j.api.data.Percent.percent;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;
import io.mlops4j.testkit.PreprocessorContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Every built-in step keeps the contract that steps of users keep. */
class StepContractsTest {

    private static final NamedFunction LOG = Functions.number("log1p", 1, StrictMath::log1p);
    private static final Schema SCHEMA = Schema.of(
            "Passenger",
            Column.of("age", ColumnType.NUMERIC).nullable(true),
            Column.of("port", ColumnType.CATEGORICAL).nullable(true),
            Column.of("fare", ColumnType.NUMERIC),
            Column.of("note", ColumnType.CATEGORICAL));

    abstract static class OfPassengers extends PreprocessorContract {

        @Override
        protected PreprocessorFormat format() {
            return PreprocessorFormats.builtIn(List.of(LOG)).stream()
                    .filter(format -> format.name().equals(preprocessor().name()))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        protected Dataset training() {
            return Rows.table(
                    SCHEMA,
                    new Object[] {29.0, "S", 211.5, "a"},
                    new Object[] {null, "C", 8.05, "b"},
                    new Object[] {2.0, null, 26.55, "c"},
                    new Object[] {71.0, "S", 0.0, "d"},
                    new Object[] {29.0, "Q", 13.0, "e"});
        }

        @Override
        protected Dataset unseen() {
            return Rows.table(
                    SCHEMA,
                    new Object[] {1e300, "Rio", 512.3, "f"},
                    new Object[] {0.0, null, 5e-324, "a"},
                    new Object[] {null, "S", 1e308, "b"},
                    new Object[] {-1.0, "", 0.0, "c"});
        }
    }

    @Nested
    class ImputesNumbers extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.impute("age", Preprocessors.median());
        }
    }

    @Nested
    class ImputesTheMean extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.impute("age", Preprocessors.mean());
        }
    }

    @Nested
    class ImputesTheMostFrequentCategory extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.impute("port", Preprocessors.mostFrequent());
        }
    }

    @Nested
    class ImputesAConstant extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.impute("port", Preprocessors.constant("unknown"));
        }
    }

    @Nested
    class OneHotCategories extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.oneHot(named("port"));
        }
    }

    @Nested
    class OneHotCategoriesWithOthers extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.oneHot(named("port")).minFrequency(2).unseen(Unseen.OTHER);
        }
    }

    @Nested
    class OrdinalCategories extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.ordinal("port", "Q", "C", "S").unseenAs(-1);
        }
    }

    @Nested
    class Standardizes extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.standardize(named("age", "fare"));
        }
    }

    @Nested
    class ScalesToMinMax extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.minMax(named("age", "fare"));
        }
    }

    @Nested
    class Clips extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.clip(named("fare"), 1, 100);
        }
    }

    @Nested
    class ClipsAtQuantiles extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.clipQuantiles(named("fare"), percent(10), percent(90));
        }
    }

    @Nested
    class AppliesAFunction extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.function(named("fare"), LOG);
        }
    }

    @Nested
    class IndicatesWhatIsMissing extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.missingIndicator(named("age", "port"));
        }
    }

    @Nested
    class Drops extends OfPassengers {
        @Override
        protected Preprocessor preprocessor() {
            return Preprocessors.drop("note");
        }
    }
}
