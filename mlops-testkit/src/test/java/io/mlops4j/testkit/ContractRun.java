package io.mlops4j.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract on a twin that is broken on purpose: a contract which does not notice proves nothing. */
final class ContractRun {

    private ContractRun() {}

    /** The names of the tests that fail, in alphabetical order. */
    static List<String> failuresOf(Class<?> twin) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(twin))
                .execute()
                .testEvents();
        if (tests.finished().count() == 0) {
            throw new AssertionError("No test of " + twin + " was run");
        }
        return tests.failed().stream()
                .map(event -> event.getTestDescriptor().getSource().orElseThrow())
                .map(source -> ((MethodSource) source).getMethodName())
                .sorted()
                .toList();
    }
}
