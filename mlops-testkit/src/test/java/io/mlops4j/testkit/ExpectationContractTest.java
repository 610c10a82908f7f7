package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.check.Severity;
import io.mlops4j.api.check.Violation;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the expectation that breaks it. */
class ExpectationContractTest {

    @Test
    void findsNothingWrongWithASoundExpectation() {
        assertThat(ContractRun.failuresOf(NeverNegativeTest.class)).isEmpty();
    }

    @Test
    void noticesAnExpectationThatIsAlwaysMet() {
        assertThat(ContractRun.failuresOf(AlwaysMet.class))
                .containsExactly("showsSomeOfTheRowsThatBreakIt", "tellsWhatIsBroken");
    }

    @Test
    void noticesAnExpectationThatIsNeverMet() {
        assertThat(ContractRun.failuresOf(NeverMet.class)).contains("saysNothingOfSoundRows");
    }

    @Test
    void noticesASampleThatIsOutOfOrder() {
        assertThat(ContractRun.failuresOf(OutOfOrder.class)).containsExactly("showsSomeOfTheRowsThatBreakIt");
    }

    @Test
    void noticesAnExpectationThatGrowsTired() {
        assertThat(ContractRun.failuresOf(Once.class)).contains("saysTheSameTwice");
    }

    @Test
    void noticesAnExpectationThatLooksBehindAView() {
        assertThat(ContractRun.failuresOf(LooksAtTheDictionary.class)).containsExactly("looksOnlyAtTheRowsOfAView");
    }

    @Test
    void noticesAnExpectationThatNeedsARow() {
        assertThat(ContractRun.failuresOf(NeedsARow.class)).containsExactly("canBeAskedOfNoRows");
    }

    @Test
    void noticesAnExpectationThatChecksNoColumns() {
        assertThat(ContractRun.failuresOf(ChecksNothing.class)).containsExactly("refusesColumnsOfWhichItCannotSpeak");
    }

    @Test
    void noticesAnExpectationThatCannotWarn() {
        assertThat(ContractRun.failuresOf(AlwaysStops.class)).containsExactly("stopsTheRunUnlessItShallOnlyWarn");
    }

    /** Behaves like the sound one but for what a twin overrides. */
    static class Twin implements Expectation {

        final Expectation sound = new NeverNegative("fare");

        @Override
        public void check(Schema schema) {
            sound.check(schema);
        }

        @Override
        public Optional<Violation> examine(Dataset rows) {
            return sound.examine(rows);
        }

        @Override
        public String describe() {
            return sound.describe();
        }
    }

    static class AlwaysMet extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                @Override
                public Optional<Violation> examine(Dataset rows) {
                    return Optional.empty();
                }
            };
        }
    }

    static class NeverMet extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                @Override
                public Optional<Violation> examine(Dataset rows) {
                    return Optional.of(new Violation(describe(), "a bad feeling", 1, List.of(0)));
                }
            };
        }
    }

    static class OutOfOrder extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                @Override
                public Optional<Violation> examine(Dataset rows) {
                    return sound.examine(rows)
                            .map(found -> new Violation(describe(), found.found(), found.rows(), List.of(3, 1)));
                }
            };
        }
    }

    static class Once extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                private boolean asked;

                @Override
                public Optional<Violation> examine(Dataset rows) {
                    boolean first = !asked;
                    asked = true;
                    return first ? sound.examine(rows) : Optional.empty();
                }
            };
        }
    }

    /** Two sexes are expected; it asks the dictionary, which may know more than the rows have. */
    static class LooksAtTheDictionary extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                @Override
                public void check(Schema schema) {
                    schema.column("sex");
                }

                @Override
                public Optional<Violation> examine(Dataset rows) {
                    int known = rows.categorical("sex").dictionary().size();
                    return known <= 2
                            ? Optional.empty()
                            : Optional.of(new Violation(describe(), known + " categories", 1, List.of()));
                }
            };
        }

        @Override
        protected Dataset sound() {
            return Dataset.of(new PassengerReader(), Passengers.SOME);
        }

        @Override
        protected Dataset broken() {
            List<Passenger> rows = new ArrayList<>(Passengers.SOME);
            rows.add(new Passenger("unknown", 4.0, 2));
            return Dataset.of(new PassengerReader(), rows);
        }
    }

    static class NeedsARow extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                @Override
                public Optional<Violation> examine(Dataset rows) {
                    rows.numeric("fare").get(0);
                    return sound.examine(rows);
                }
            };
        }
    }

    static class ChecksNothing extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                @Override
                public void check(Schema schema) {}
            };
        }
    }

    static class AlwaysStops extends NeverNegativeTest {

        @Override
        protected Expectation expectation() {
            return new Twin() {
                @Override
                public Expectation warnOnly() {
                    return this;
                }

                @Override
                public Severity severity() {
                    return Severity.STOP;
                }
            };
        }
    }
}
