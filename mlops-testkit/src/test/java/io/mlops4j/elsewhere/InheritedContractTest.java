package io.mlops4j.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.testkit.ExpectationContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The tests of a contract are not visible in the package of an heir, but run all the same. */
class InheritedContractTest {

    @Test
    void anHeirInAnotherPackageRunsEveryTestOfTheContract() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Heir.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(9).succeeded(9));
    }

    @Test
    void anHeirCannotTakeATestBack() {
        assertThat(EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Rebel.class))
                        .execute()
                        .testEvents()
                        .started()
                        .count())
                .isEqualTo(9);
    }

    static class Heir extends ExpectationContract {

        @Override
        protected Expectation expectation() {
            return new FewRows();
        }

        @Override
        protected Dataset sound() {
            return rows(1);
        }

        @Override
        protected Dataset broken() {
            return rows(3);
        }

        @Override
        protected Optional<Schema> unsuitable() {
            return Optional.empty();
        }

        private static Dataset rows(int count) {
            return Dataset.of(
                    Schema.of("x", Column.of("x", ColumnType.NUMERIC)), List.of(NumericValues.wrap(new double[count])));
        }
    }

    static class Rebel extends Heir {

        /** Not an override: the contract's method of this name is another. */
        void tellsWhatIsBroken() {}
    }

    record FewRows() implements Expectation {

        @Override
        public void check(Schema schema) {}

        @Override
        public Optional<Violation> examine(Dataset rows) {
            return rows.size() <= 2
                    ? Optional.empty()
                    : Optional.of(new Violation(describe(), rows.size() + " rows", rows.size(), List.of(2)));
        }

        @Override
        public String describe() {
            return "two rows at most";
        }
    }
}
