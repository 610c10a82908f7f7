package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sweep takes what nothing needs, and nothing from under those who are just registering it. */
@Tag("F12")
class SweepTest {

    private static final BundleContent NEEDLESS = Given.bundle("nobody needs it");

    private final BlobStore blobs = Registries.blobsInMemory();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Database database;
    private ModelRegistry registry;

    @BeforeEach
    void open() throws SQLException {
        DataSource source = Postgres.dataSource(Postgres.emptySchema());
        database = new Database(
                Jdbi.create(source),
                new PostgresDialect(),
                "in a test",
                new Backoff(new SplittableRandom(1), nanos -> {}),
                () -> {});
        registry = open(blobs);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private ModelRegistry open(BlobStore store) {
        return Registries.open(database, store, Given.environment(() -> now));
    }

    private Sweep sweep(Duration grace) {
        return sweep(blobs, grace);
    }

    private Sweep sweep(BlobStore store, Duration grace) {
        return new Sweeping(database, store, () -> now).run(grace);
    }

    @Test
    void whatNothingNeedsGoesAfterTheGraceAndWhatIsNeededStays() {
        Given.history(registry);
        blobs.put(NEEDLESS);

        assertThat(sweep(Upkeep.GRACE)).isEqualTo(new Sweep(2, 1, 0, 0));
        now = now.plus(Upkeep.GRACE).minusNanos(1);
        assertThat(sweep(Upkeep.GRACE)).isEqualTo(new Sweep(2, 1, 0, 0));
        assertThat(blobs.contains(NEEDLESS.digest())).isTrue();
        now = now.plusNanos(1);
        assertThat(sweep(Upkeep.GRACE)).isEqualTo(new Sweep(2, 0, 1, NEEDLESS.size()));
        assertThat(blobs.contains(NEEDLESS.digest())).isFalse();
        assertThat(sweep(Upkeep.GRACE)).isEqualTo(new Sweep(2, 0, 0, 0));
        registry.versions(Given.MODEL).forEach(registry::content);
    }

    @Test
    void whatIsRegisteredAfterItWasCondemnedIsCondemnedNoLonger() {
        blobs.put(NEEDLESS);
        sweep(Upkeep.GRACE);
        ModelVersion version = registry.register(Given.registration("nobody needs it"));
        now = now.plus(Duration.ofDays(365));

        assertThat(sweep(Duration.ZERO)).isEqualTo(new Sweep(1, 0, 0, 0));
        assertThat(registry.content(version)).isEqualTo(NEEDLESS);
    }

    @Test
    void manyGoInOneSweep() {
        for (int i = 0; i < 100; i++) {
            blobs.put(BundleContent.of(new byte[] {(byte) i}));
        }
        assertThat(sweep(Duration.ZERO)).isEqualTo(new Sweep(0, 0, 100, 100));
    }

    /** The moment that counts: the blob is stored, its row is not yet there, and a sweep does all that it does. */
    @Test
    void aSweepBetweenTheBlobAndItsRowIsNoticed() {
        blobs.put(NEEDLESS);
        AtomicBoolean once = new AtomicBoolean();
        ModelRegistry slow = open(new OtherBlobs(blobs) {
            @Override
            public void put(BundleContent content) {
                super.put(content);
                if (!once.getAndSet(true)) {
                    assertThat(sweep(Duration.ZERO).deleted()).isEqualTo(1);
                }
            }
        });

        ModelVersion version = slow.register(Given.registration("nobody needs it"));

        assertThat(registry.content(version)).isEqualTo(NEEDLESS);
        assertThat(registry.versions(Given.MODEL)).hasSize(1);
    }

    /** And the other one: the deletion is decided, and the registration comes before it is done. */
    @Test
    void whatIsBeingDeletedIsNotReliedOn() {
        blobs.put(NEEDLESS);
        List<Throwable> refused = new ArrayList<>();
        BlobStore slow = new OtherBlobs(blobs) {
            @Override
            public void delete(String digest) {
                try {
                    registry.register(Given.registration("nobody needs it"));
                } catch (StorageException e) {
                    refused.add(e);
                }
                super.delete(digest);
            }
        };

        sweep(slow, Duration.ZERO);

        assertThat(refused)
                .singleElement()
                .satisfies(e -> assertThat(e)
                        .hasMessageContaining("a sweep is deleting blob " + NEEDLESS.digest())
                        .hasMessageContaining("Nothing changed."));
        assertThat(registry.versions(Given.MODEL)).isEmpty();
        ModelVersion version = registry.register(Given.registration("nobody needs it"));
        assertThat(registry.content(version)).isEqualTo(NEEDLESS);
    }

    @Test
    void aSweepThatWasInterruptedIsEndedByALaterOne() {
        blobs.put(NEEDLESS);
        BlobStore down = new OtherBlobs(blobs) {
            @Override
            public void delete(String digest) {
                throw new StorageException("down");
            }
        };
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> sweep(down, Duration.ZERO));

        assertThat(sweep(Duration.ZERO)).as("it may still be at work").isEqualTo(new Sweep(0, 1, 0, 0));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> registry.register(Given.registration("nobody needs it")));
        registry.register(Given.registration("another one"));
        now = now.plus(Duration.ofDays(1));
        assertThat(sweep(Duration.ZERO)).isEqualTo(new Sweep(1, 0, 1, NEEDLESS.size()));
        assertThat(registry.register(Given.registration("nobody needs it")).number())
                .isEqualTo(2);
    }

    @Test
    void refusesAGraceThatIsNoTime() {
        try (Upkeep upkeep = new SqlUpkeep(database, blobs, () -> now)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> upkeep.sweep(Duration.ofNanos(-1)))
                    .withMessageContaining("PT-0.000000001S");
        }
    }

    /** Threads that register and sweep the same few bundles as fast as they can. */
    @Test
    void sweepsAndRegistrationsAtOnceLoseNothing() throws Exception {
        race(this::sweepOnce);
        registry.versions(Given.MODEL).forEach(registry::content);
        assertThat(registry.versions(Given.MODEL)).isNotEmpty();
        assertThat(registry.verify().broken()).isEmpty();
    }

    /** The twin deletes what nobody needs just now; were it not caught, the race would prove nothing. */
    @Test
    void aSweepThatMarksNothingIsCaughtByTheSameRace() throws Exception {
        race(() -> {
            blobs.list().forEach(blob -> {
                if (!database.query("look", handle -> new NeededBlobs(handle).contains(blob.digest()))) {
                    blobs.delete(blob.digest());
                }
            });
            return null;
        });
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> registry.versions(Given.MODEL).forEach(registry::content))
                .withMessageContaining("is not in the");
    }

    private Sweep sweepOnce() {
        return sweep(Duration.ZERO);
    }

    /** Each bundle is put by one who died, so that it is there and needless, and then registered while the sweep goes round. */
    private void race(Callable<?> sweep) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch sweeping = new CountDownLatch(1);
        AtomicBoolean over = new AtomicBoolean();
        try {
            Future<?> sweeper = threads.submit(() -> {
                sweeping.countDown();
                while (!over.get()) {
                    sweep.call();
                }
                return null;
            });
            sweeping.await();
            for (int i = 0; i < 80; i++) {
                String bundle = "bundle " + i;
                blobs.put(Given.bundle(bundle));
                try {
                    registry.register(Given.registration(bundle));
                } catch (StorageException e) {
                    assertThat(e).hasMessageContaining("a sweep is deleting blob");
                }
            }
            over.set(true);
            sweeper.get();
        } finally {
            threads.shutdownNow();
        }
    }
}
