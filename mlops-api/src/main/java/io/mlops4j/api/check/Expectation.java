package io.mlops4j.api.check;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Schema;
import java.util.Optional;

/** What must hold of data before they are used. Pure and safe for use by many threads. */
public interface Expectation {

    /**
     * Checks that the columns which this expectation speaks of are there and of the right type.
     *
     * @param schema the columns of the source
     * @throws io.mlops4j.api.error.SchemaException if not
     */
    void check(Schema schema);

    /**
     * Looks at data.
     *
     * @param rows the rows of the source
     * @return what is broken, or empty if all is well
     */
    Optional<Violation> examine(Dataset rows);

    /**
     * What happens when it is broken.
     *
     * @return {@link Severity#STOP} unless somebody chose otherwise
     */
    default Severity severity() {
        return Severity.STOP;
    }

    /**
     * The same expectation, whose breach only warns.
     *
     * @return an expectation that differs in nothing else
     */
    default Expectation warnOnly() {
        return new WarnOnly(this);
    }

    /**
     * What is expected, for people.
     *
     * @return for example {@code fare between 0 and 600}
     */
    String describe();
}
