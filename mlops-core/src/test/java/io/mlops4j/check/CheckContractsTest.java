package io.mlops4j.check;

import static io.mlops4j.api.data.Percent.percent;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.testkit.ExpectationContract;
import org.junit.jupiter.api.Nested;

/** Every built-in check keeps the contract that expectations of users keep. */
class CheckContractsTest {

    abstract static class OfFares extends ExpectationContract {
        @Override
        protected Dataset sound() {
            return Rows.numbers(8.05, 0, 26.5);
        }

        @Override
        protected Dataset broken() {
            return Rows.numbers(8.05, -1, 26.5, 900, -0.5);
        }
    }

    @Nested
    class Between extends OfFares {
        @Override
        protected Expectation expectation() {
            return Checks.between("fare", 0, 600);
        }
    }

    @Nested
    class AtLeast extends OfFares {
        @Override
        protected Expectation expectation() {
            return Checks.atLeast("fare", 0);
        }
    }

    @Nested
    class AtMost extends OfFares {
        @Override
        protected Expectation expectation() {
            return Checks.atMost("fare", 600);
        }
    }

    @Nested
    class Unique extends OfFares {
        @Override
        protected Expectation expectation() {
            return Checks.unique("fare");
        }

        @Override
        protected Dataset broken() {
            return Rows.numbers(8.05, 0, 8.05, 0, 8.05);
        }
    }

    @Nested
    class Finite extends OfFares {
        @Override
        protected Expectation expectation() {
            return Checks.finite("fare");
        }

        @Override
        protected Dataset broken() {
            return Rows.numbers(8.05, Double.POSITIVE_INFINITY, 26.5);
        }
    }

    @Nested
    class NotNull extends OfFares {
        @Override
        protected Expectation expectation() {
            return Checks.notNull("fare");
        }

        @Override
        protected Dataset broken() {
            return Rows.numbers(8.05, Double.NaN, 26.5);
        }
    }

    @Nested
    class MissingAtMost extends OfFares {
        @Override
        protected Expectation expectation() {
            return Checks.missingAtMost("fare", percent(40));
        }

        @Override
        protected Dataset broken() {
            return Rows.numbers(8.05, Double.NaN, Double.NaN);
        }
    }

    @Nested
    class OneOf extends ExpectationContract {
        @Override
        protected Expectation expectation() {
            return Checks.oneOf("port", "S", "C", "Q");
        }

        @Override
        protected Dataset sound() {
            return Rows.categories("S", "Q", "S");
        }

        @Override
        protected Dataset broken() {
            return Rows.categories("S", "Rio", "s");
        }
    }
}
