package io.mlops4j.testkit;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.registry.BlobStore;

/** The contract, inherited as a user would. */
class MapBlobsTest extends BlobStoreContract {

    private final MapBlobs blobs = blobs();

    MapBlobs blobs() {
        return new MapBlobs();
    }

    @Override
    protected BlobStore store() {
        return blobs;
    }

    @Override
    protected boolean alter(String digest) {
        blobs.blobs.put(digest, BundleContent.of(new byte[1]));
        return true;
    }
}
