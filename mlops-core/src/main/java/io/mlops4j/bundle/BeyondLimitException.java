package io.mlops4j.bundle;

import java.io.Serial;

/**
 * A bundle holds, or claims to hold, more than its reader allows. Kept apart from other faults inside this package, because
 * the advice is another: raise the limit or leave it, instead of looking for a good copy.
 */
final class BeyondLimitException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what is too much, and which limit of {@link BundleLimits} it is beyond. */
    BeyondLimitException(String problem, String limit) {
        super(problem + " Raise BundleLimits." + limit + " if you trust it.");
    }
}
