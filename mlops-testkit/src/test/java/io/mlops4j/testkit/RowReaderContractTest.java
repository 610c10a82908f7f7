package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.data.Schema;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the reader that breaks it. */
class RowReaderContractTest {

    @Test
    void findsNothingWrongWithASoundReader() {
        assertThat(ContractRun.failuresOf(PassengerReaderTest.class)).isEmpty();
    }

    @Test
    void noticesAReaderThatLeavesOutWhatIsNull() {
        assertThat(ContractRun.failuresOf(LeavesOut.class)).containsExactly("writesEveryColumnOfEveryRow");
    }

    @Test
    void noticesAReaderThatCountsItsRows() {
        assertThat(ContractRun.failuresOf(Counts.class)).contains("writesTheSameRowTwiceTheSame");
    }

    @Test
    void noticesAReaderWhoseSchemaGrows() {
        assertThat(ContractRun.failuresOf(Grows.class)).contains("alwaysHasTheSameSchema");
    }

    @Test
    void noticesAReaderThatWritesOneColumnTheSameForEveryRow() {
        assertThat(ContractRun.failuresOf(Constant.class)).containsExactly("tellsTheSampleRowsApartInEveryColumn");
    }

    @Test
    void noticesAReaderWhoseDeclarationIsWrong() {
        assertThat(ContractRun.failuresOf(Careless.class))
                // a data set refuses such rows too, so other rules break with this one
                .contains("neverMissesAValueOfAColumnThatIsDeclaredComplete");
    }

    @Test
    void noticesAReaderThatKeepsARowInAField() {
        assertThat(ContractRun.failuresOf(OneThread.class)).containsExactly("servesManyThreads");
    }

    static class LeavesOut extends PassengerReaderTest {

        @Override
        protected RowReader<Passenger> reader() {
            return new PassengerReader() {
                @Override
                public void read(Passenger row, RowBuffer buffer) {
                    buffer.category(0, row.sex());
                    if (row.age() != null) {
                        buffer.number(1, row.age());
                    }
                    buffer.number(2, row.fare());
                }
            };
        }
    }

    static class Counts extends PassengerReaderTest {

        @Override
        protected RowReader<Passenger> reader() {
            return new PassengerReader() {
                private int rows;

                @Override
                public void read(Passenger row, RowBuffer buffer) {
                    super.read(row, buffer);
                    buffer.number(2, rows++);
                }
            };
        }
    }

    static class Grows extends PassengerReaderTest {

        @Override
        protected RowReader<Passenger> reader() {
            return new PassengerReader() {
                private boolean used;

                @Override
                public Schema schema() {
                    return used ? SCHEMA.without("fare") : SCHEMA;
                }

                @Override
                public void read(Passenger row, RowBuffer buffer) {
                    used = true;
                    super.read(row, buffer);
                }
            };
        }
    }

    static class Constant extends PassengerReaderTest {

        @Override
        protected RowReader<Passenger> reader() {
            return new PassengerReader() {
                @Override
                public void read(Passenger row, RowBuffer buffer) {
                    super.read(row, buffer);
                    buffer.number(2, 1);
                }
            };
        }
    }

    static class Careless extends PassengerReaderTest {

        @Override
        protected RowReader<Passenger> reader() {
            return new PassengerReader() {
                @Override
                public Schema schema() {
                    return SCHEMA.with(SCHEMA.column("age").nullable(false));
                }
            };
        }
    }

    static class OneThread extends PassengerReaderTest {

        @Override
        protected RowReader<Passenger> reader() {
            return new PassengerReader() {
                private final Thread owner = Thread.currentThread();

                @Override
                public void read(Passenger row, RowBuffer buffer) {
                    // stands for state that is mixed up by threads, in a way that shows every time
                    super.read(Thread.currentThread() == owner ? row : row.withFare(-1), buffer);
                }
            };
        }
    }
}
