package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the split that breaks it. */
class SplitContractTest {

    @Test
    void findsNothingWrongWithASoundSplit() {
        assertThat(ContractRun.failuresOf(EveryThirdTest.class)).isEmpty();
    }

    @Test
    void noticesTrainingRowsThatAreTestRowsToo() {
        assertThat(ContractRun.failuresOf(Leaks.class)).containsExactly("givesEachRowToExactlyOnePart");
    }

    @Test
    void noticesRowsThatGetLost() {
        assertThat(ContractRun.failuresOf(Loses.class)).containsExactly("givesEachRowToExactlyOnePart");
    }

    @Test
    void noticesRowsThatAreOutOfOrder() {
        assertThat(ContractRun.failuresOf(Turns.class)).containsExactly("keepsTheOrderOfTheRows");
    }

    @Test
    void noticesASplitThatDividesAnewEachTime() {
        assertThat(ContractRun.failuresOf(Alternates.class)).contains("dividesTheSameRowsTheSameWay");
    }

    @Test
    void noticesAPartWithoutRows() {
        assertThat(ContractRun.failuresOf(AllForTraining.class))
                .containsExactly("leavesNoPartEmpty", "refusesToLeaveAPartEmpty");
    }

    @Test
    void noticesColumnsThatGetLost() {
        assertThat(ContractRun.failuresOf(LosesAColumn.class)).containsExactly("keepsEveryColumnAndValue");
    }

    @Test
    void noticesASplitThatChecksNoColumns() {
        assertThat(ContractRun.failuresOf(ChecksNothing.class)).containsExactly("refusesColumnsWithWhichItCannotWork");
    }

    /** Changes what a sound split gives. */
    static Split changed(UnaryOperator<Partition> change) {
        return new EveryThird() {
            @Override
            public Partition split(Dataset rows) {
                return change.apply(super.split(rows));
            }
        };
    }

    private static Dataset turned(Dataset rows) {
        return rows.rows(IntStream.range(0, rows.size())
                .map(row -> rows.size() - 1 - row)
                .toArray());
    }

    static class Leaks extends EveryThirdTest {

        @Override
        protected Split split() {
            return new EveryThird() {
                @Override
                public Partition split(Dataset rows) {
                    return new Partition(rows, super.split(rows).test());
                }
            };
        }
    }

    static class Loses extends EveryThirdTest {

        @Override
        protected Split split() {
            return changed(parts -> new Partition(parts.training(), parts.test().rows(new int[] {0})));
        }
    }

    static class Turns extends EveryThirdTest {

        @Override
        protected Split split() {
            return changed(parts -> new Partition(turned(parts.training()), parts.test()));
        }
    }

    static class Alternates extends EveryThirdTest {

        private int calls;

        @Override
        protected Split split() {
            return changed(parts -> calls++ % 2 == 0 ? parts : new Partition(parts.test(), parts.training()));
        }
    }

    static class AllForTraining extends EveryThirdTest {

        @Override
        protected Split split() {
            return new EveryThird() {
                @Override
                public Partition split(Dataset rows) {
                    return new Partition(rows, rows.rows(new int[0]));
                }
            };
        }
    }

    static class LosesAColumn extends EveryThirdTest {

        @Override
        protected Split split() {
            return changed(parts -> new Partition(withoutAge(parts.training()), withoutAge(parts.test())));
        }

        private static Dataset withoutAge(Dataset part) {
            return part.columns(part.schema().without("age"));
        }
    }

    static class ChecksNothing extends EveryThirdTest {

        @Override
        protected Optional<Schema> unsuitable() {
            return Optional.of(Schema.of("nothing"));
        }
    }
}
