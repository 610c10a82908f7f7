package io.mlops4j.monitor;

import io.mlops4j.api.monitor.DriftTest;
import io.mlops4j.testkit.DriftTestContract;
import org.junit.jupiter.api.Nested;

class DriftTestsTest {

    @Nested
    class ChiSquare extends DriftTestContract {

        @Override
        protected DriftTest test() {
            return DriftTests.chiSquare();
        }
    }

    @Nested
    class PlainChiSquare extends DriftTestContract {

        @Override
        protected DriftTest test() {
            return DriftTests.plainChiSquare();
        }
    }

    @Nested
    class LikelihoodRatio extends DriftTestContract {

        @Override
        protected DriftTest test() {
            return DriftTests.likelihoodRatio();
        }
    }
}
