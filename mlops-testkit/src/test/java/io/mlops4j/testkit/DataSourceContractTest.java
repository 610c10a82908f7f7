package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Batches;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the source that breaks it. */
class DataSourceContractTest {

    @Test
    void findsNothingWrongWithASoundSource() {
        assertThat(ContractRun.failuresOf(PassengerSourceTest.class)).isEmpty();
    }

    @Test
    void noticesASourceThatGivesTheColumnsInItsOwnOrder() {
        assertThat(ContractRun.failuresOf(OwnOrder.class)).contains("keepsTheWantedOrderOfTheColumns");
    }

    @Test
    void noticesASourceThatCanBeReadOnlyOnce() {
        assertThat(ContractRun.failuresOf(OnlyOnce.class))
                .contains("readsTheSameRowsTwice", "canBeClosedBeforeTheEndAndReadAgain");
    }

    @Test
    void noticesASourceWhoseReadersShareAPosition() {
        assertThat(ContractRun.failuresOf(SharedPosition.class)).containsExactly("twoReadersDoNotDisturbEachOther");
    }

    @Test
    void noticesASourceWhoseWholeIsNotTheSumOfItsBatches() {
        assertThat(ContractRun.failuresOf(ShortWhole.class)).containsExactly("batchesAddUpToTheWhole");
    }

    @Test
    void noticesASourceThatInventsAnUnknownColumn() {
        assertThat(ContractRun.failuresOf(Inventive.class)).containsExactly("refusesAnUnknownColumnByItsName");
    }

    @Test
    void noticesASourceThatRefusesAnUnknownColumnWithoutNamingIt() {
        assertThat(ContractRun.failuresOf(Tacit.class)).containsExactly("refusesAnUnknownColumnByItsName");
    }

    @Test
    void noticesASourceThatCannotBeClosedTwice() {
        assertThat(ContractRun.failuresOf(ClosesOnce.class)).containsExactly("canBeClosedTwice");
    }

    @Test
    void noticesASourceThatTellsAPath() {
        assertThat(ContractRun.failuresOf(Talkative.class)).containsExactly("hasANameWithoutTheSecretsOfAPlace");
    }

    @Test
    void noticesASourceThatLeavesGapsInACompleteColumn() {
        assertThat(ContractRun.failuresOf(Gaps.class))
                // a data set refuses such rows too, so other rules break with this one
                .contains("neverMissesAValueOfAColumnThatIsDeclaredComplete");
    }

    /** Behaves like the sound source but for what a twin overrides. */
    static class Twin implements DataSource<Passenger> {

        final DataSource<Passenger> sound = new PassengerSource(Passengers.file());

        @Override
        public RowReader<Passenger> rows() {
            return sound.rows();
        }

        @Override
        public Batches open(Schema wanted) {
            return sound.open(wanted);
        }

        @Override
        public String name() {
            return sound.name();
        }
    }

    /** Changes every batch on its way. */
    static class Changed implements Batches {

        private final Batches sound;
        private final UnaryOperator<Dataset> change;

        Changed(Batches sound, UnaryOperator<Dataset> change) {
            this.sound = sound;
            this.change = change;
        }

        @Override
        public @Nullable Dataset next() {
            Dataset batch = sound.next();
            return batch == null ? null : change.apply(batch);
        }

        @Override
        public void close() {
            sound.close();
        }
    }

    abstract static class OfTwin extends PassengerSourceTest {

        @Override
        protected abstract DataSource<Passenger> source();
    }

    static class OwnOrder extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                @Override
                public Batches open(Schema wanted) {
                    sound.open(wanted).close();
                    List<Column> ordered = Passengers.WITH_TARGET.columns().stream()
                            .filter(column -> wanted.contains(column.name()))
                            .toList();
                    return sound.open(Schema.of(wanted.name(), ordered));
                }
            };
        }
    }

    static class OnlyOnce extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                private @Nullable Batches begun;

                @Override
                public Batches open(Schema wanted) {
                    begun = begun == null ? super.open(wanted) : begun;
                    return begun;
                }
            };
        }
    }

    static class SharedPosition extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                private int open;
                private @Nullable Batches shared;

                @Override
                public Batches open(Schema wanted) {
                    Batches batches = open++ == 0 || shared == null ? super.open(wanted) : shared;
                    shared = batches;
                    return new Changed(batches, UnaryOperator.identity()) {
                        @Override
                        public void close() {
                            open--;
                        }
                    };
                }
            };
        }
    }

    static class ShortWhole extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                @Override
                public Dataset read(Schema wanted) {
                    return sound.read(wanted).rows(new int[] {0, 1, 2});
                }
            };
        }
    }

    static class Inventive extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                @Override
                public Batches open(Schema wanted) {
                    return sound.open(wanted.contains("no_such_column") ? wanted.without("no_such_column") : wanted);
                }
            };
        }
    }

    static class Tacit extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                @Override
                public Batches open(Schema wanted) {
                    try {
                        return sound.open(wanted);
                    } catch (InvalidDataException e) {
                        throw new InvalidDataException("That is wrong.", e);
                    }
                }
            };
        }
    }

    static class ClosesOnce extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                @Override
                public Batches open(Schema wanted) {
                    return new Changed(sound.open(wanted), UnaryOperator.identity()) {
                        private boolean closed;

                        @Override
                        public void close() {
                            if (closed) {
                                throw new IllegalStateException("closed");
                            }
                            closed = true;
                        }
                    };
                }
            };
        }
    }

    static class Talkative extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new Twin() {
                @Override
                public String name() {
                    return "data/passengers.txt";
                }
            };
        }
    }

    static class Gaps extends OfTwin {

        @Override
        protected DataSource<Passenger> source() {
            return new PassengerSource(Passengers.file());
        }

        @Override
        protected Schema wanted() {
            Schema sound = super.wanted();
            return sound.with(sound.column("age").nullable(false));
        }
    }
}
