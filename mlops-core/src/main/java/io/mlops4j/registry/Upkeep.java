package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import java.time.Duration;

/**
 * What whoever operates a registry does from time to time, while others use it. Safe for use by many threads and beside many
 * processes.
 */
public interface Upkeep extends AutoCloseable {

    /**
     * How long a bundle that nothing needs is kept at least, unless told otherwise: so long that whoever still holds a version
     * that is gone, or is just making a backup, has long read what he wants, and that a mistake is noticed after a weekend.
     */
    Duration GRACE = Duration.ofDays(7);

    /**
     * Examines everything: the bytes of every bundle, whether every version has its bundle, and the audit. Bundles that rotted
     * are put aside, never removed. Reads every byte, so it takes its time.
     *
     * @return what was found
     * @throws io.mlops4j.api.error.StorageException if it cannot be read
     */
    Checkup check();

    /**
     * Brings back a bundle that a version needs and that is missing or was put aside.
     *
     * @param content the bundle
     * @throws io.mlops4j.api.error.NotFoundException if no version needs it
     * @throws io.mlops4j.api.error.StorageException if it cannot be stored
     */
    void putBack(BundleContent content);

    /**
     * Deletes the bundles that no version needs, as {@link #sweep(Duration)} does, with a grace of {@link #GRACE}.
     *
     * @return what it came to
     * @throws io.mlops4j.api.error.StorageException if it was interrupted; the next one goes on
     */
    default Sweep sweep() {
        return sweep(GRACE);
    }

    /**
     * Deletes the bundles that no version needs and that an earlier sweep found needless, at least so long ago. The others that
     * it finds needless it condemns, for a later one. It may run while others register, promote and read, and twice at once.
     *
     * @param grace how long a bundle has to be needless, not negative. Registrations need none; readers do, who hold a version
     *     that is gone meanwhile
     * @return what it came to
     * @throws io.mlops4j.api.error.StorageException if it was interrupted; the next one goes on
     */
    Sweep sweep(Duration grace);

    @Override
    void close();
}
