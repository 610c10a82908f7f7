package io.mlops4j.registry;

import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.testkit.BlobStoreContract;

/** Blobs in memory. */
class MemoryBlobsTest extends BlobStoreContract {

    @Override
    protected BlobStore store() {
        return Registries.blobsInMemory();
    }
}
