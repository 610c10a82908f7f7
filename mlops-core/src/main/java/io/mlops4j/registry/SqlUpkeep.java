package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.registry.BlobStore;
import java.time.Duration;
import java.time.InstantSource;

/** The upkeep of a registry that is rows in a database and bundles in a store. */
final class SqlUpkeep implements Upkeep {

    private final Database database;
    private final BlobStore blobs;
    private final InstantSource clock;

    SqlUpkeep(Database database, BlobStore blobs, InstantSource clock) {
        this.database = database;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Override
    public Checkup check() {
        return new Examination(database, blobs).run();
    }

    @Override
    public void putBack(BundleContent content) {
        boolean needed = database.query(
                "look whether a bundle is needed", handle -> new NeededBlobs(handle).contains(content.digest()));
        if (!needed) {
            throw new NotFoundException("Registry " + database.place() + ": no version has the bundle "
                    + content.digest() + ", so it is not put back. Register it, if it shall be a version.");
        }
        blobs.put(content);
    }

    @Override
    public Sweep sweep(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("A grace is a time to wait, not " + grace + ".");
        }
        return new Sweeping(database, blobs, clock).run(grace);
    }

    @Override
    public void close() {
        try {
            blobs.close();
        } finally {
            database.close();
        }
    }
}
