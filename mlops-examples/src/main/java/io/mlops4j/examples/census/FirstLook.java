package io.mlops4j.examples.census;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.check.Checks;
import io.mlops4j.check.ProfileTable;
import io.mlops4j.check.Profiler;
import java.io.PrintStream;

/** The data of a pipeline before anything is learned from them: read, checked, and shown column by column. */
final class FirstLook {

    private FirstLook() {}

    static void at(Pipeline<Person, ?> pipeline, PrintStream out) {
        Dataset rows = pipeline.source().read(pipeline.schema());
        Checks.examineAll(pipeline.expectations(), rows)
                .orThrow(pipeline.source().name());
        out.println(pipeline.source().name() + " is as expected:");
        pipeline.expectations().forEach(expectation -> out.println("  " + expectation.describe()));
        out.println();
        out.print(ProfileTable.of(Profiler.profile(rows)));
    }
}
