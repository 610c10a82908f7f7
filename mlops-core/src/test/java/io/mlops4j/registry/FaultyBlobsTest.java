package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.testkit.BlobStoreContract;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store at the other end of a bad network does all that a store has to do, if it is asked again. */
@Tag("F11")
class FaultyBlobsTest extends BlobStoreContract {

    private static BlobStore patient(BlobStore faulty) {
        return new RetryingBlobs(faulty, new Backoff(new SplittableRandom(1), nanos -> {}));
    }

    @Override
    protected BlobStore store() {
        return patient(new FaultyBlobs(Registries.blobsInMemory(), 7));
    }

    @Test
    void manyFailAndNoneIsLost() {
        FaultyBlobs faulty = new FaultyBlobs(Registries.blobsInMemory(), 7);
        BlobStore store = patient(faulty);
        for (int i = 0; i < 100; i++) {
            BundleContent content = BundleContent.of(new byte[] {(byte) i});
            store.put(content);
            assertThat(store.get(content.digest())).contains(content);
        }
        assertThat(faulty.faults()).isGreaterThan(20);
    }

    @Test
    void itWaitsLongerEachTimeAndThenGivesUp() {
        List<Long> pauses = new ArrayList<>();
        BlobStore down = new OtherBlobs(Registries.blobsInMemory()) {
            @Override
            public void put(BundleContent content) {
                throw new StorageException("503 Slow Down");
            }
        };
        BlobStore store = new RetryingBlobs(down, new Backoff(new SplittableRandom(1), pauses::add));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.put(BundleContent.of(new byte[0])))
                .withMessage("503 Slow Down");
        assertThat(pauses).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    /** It names what is gone, and does not know of what is new. */
    @Test
    @Tag("F12")
    void aListingOfYesterdayIsNeverTheTruth() throws SQLException {
        DataSource source = Postgres.dataSource(Postgres.emptySchema());
        BlobStore memory = Registries.blobsInMemory();
        BundleContent gone = BundleContent.of(new byte[] {1});
        BundleContent needless = BundleContent.of(new byte[] {2});
        BundleContent registeredLater = Given.bundle("bundle 1");
        List.of(gone, needless, registeredLater).forEach(memory::put);
        FaultyBlobs faulty = new FaultyBlobs(memory, 7).listStale();
        memory.delete(gone.digest());
        BlobStore store = patient(faulty);
        try (ModelRegistry registry = Registries.sql(source, store);
                Upkeep upkeep = Registries.upkeep(source, store)) {
            Given.history(registry);

            Sweep sweep = upkeep.sweep(Duration.ZERO);

            assertThat(sweep.kept()).as("%s", sweep).isEqualTo(1);
            assertThat(sweep.deleted()).as("%s", sweep).isEqualTo(2);
            assertThat(memory.contains(needless.digest())).isFalse();
            assertThat(memory.contains(registeredLater.digest())).isTrue();
            assertThat(upkeep.check().sound()).isTrue();
            assertThat(upkeep.check().blobs()).isEqualTo(2);
        }
    }
}
