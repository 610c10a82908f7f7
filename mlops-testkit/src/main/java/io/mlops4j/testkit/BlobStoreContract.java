package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link BlobStore} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class BucketBlobsTest extends BlobStoreContract {
 *
 *     @Override
 *     protected BlobStore store() {
 *         return new BucketBlobs(emptyBucket());
 *     }
 * }
 * }</pre>
 */
public abstract class BlobStoreContract {

    private static final int THREADS = 4;
    private static final int BIG = 3_000_000;

    private static final List<String> NO_DIGESTS = List.of(
            "",
            "x",
            "../../etc/passwd",
            "/etc/passwd",
            "C:\\boot.ini",
            "0".repeat(63),
            "0".repeat(65),
            "0".repeat(64) + "\n",
            "A".repeat(64),
            "0".repeat(61) + "/..",
            "0".repeat(63) + "\0",
            "٠".repeat(64),
            "sha256:" + "0".repeat(64),
            "0".repeat(10_000),
            "' OR 1=1 --");

    private BlobStore store;

    /** For subclasses. */
    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    protected BlobStoreContract() {}

    /**
     * A store that is empty.
     *
     * @return another one each time; the contract closes it
     */
    protected abstract BlobStore store();

    /**
     * Alters bytes behind the back of the store under test.
     *
     * @param digest names bytes that are there
     * @return false if nobody could do that, as if they are in memory; so unless overridden
     */
    protected boolean alter(String digest) {
        return false;
    }

    @BeforeEach
    void open() {
        store = store();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] get(String digest) {
        return store.get(digest).orElseThrow(() -> new AssertionError("bytes that were put are not there"));
    }

    @Test
    void givesBackWhatWasPut() {
        byte[] big = new byte[BIG];
        big[BIG - 1] = 1;
        for (byte[] content : List.of(bytes("bundle"), new byte[0], big)) {
            assertThat(get(store.put(content)))
                    .as("%s bytes that come back", content.length)
                    .isEqualTo(content);
        }
    }

    @Test
    void namesBytesByTheirSha256() {
        assertThat(store.put(bytes("bundle")))
                .isEqualTo(BundleContent.of(bytes("bundle")).digest());
    }

    @Test
    void takesEqualBytesAgain() {
        String digest = store.put(bytes("bundle"));
        assertThat(store.put(bytes("bundle"))).as("digest of equal bytes").isEqualTo(digest);
        assertThat(get(digest)).isEqualTo(bytes("bundle"));
    }

    @Test
    void knowsWhatIsThereAndWhatIsNot() {
        String there = store.put(bytes("there"));
        String notThere = BundleContent.of(bytes("not there")).digest();
        assertThat(store.contains(there)).as("contains what was put").isTrue();
        assertThat(store.contains(notThere)).as("contains what was not put").isFalse();
        assertThat(store.get(notThere)).as("what was not put").isEmpty();
    }

    @Test
    void keepsItsBytesFromTheCaller() {
        byte[] given = bytes("bundle");
        String digest = store.put(given);
        given[0] = 'x';
        get(digest)[0] = 'y';
        assertThat(get(digest)).isEqualTo(bytes("bundle"));
    }

    @Test
    @Tag("T01")
    @Tag("T10")
    void refusesWhatIsNoDigest() {
        for (String wrong : NO_DIGESTS) {
            assertThatIllegalArgumentException().as("get").isThrownBy(() -> store.get(wrong));
            assertThatIllegalArgumentException().as("contains").isThrownBy(() -> store.contains(wrong));
            assertThatIllegalArgumentException().as("delete").isThrownBy(() -> store.delete(wrong));
            assertThatIllegalArgumentException().as("quarantine").isThrownBy(() -> store.quarantine(wrong));
        }
    }

    @Test
    @Tag("T03")
    void neverGivesAlteredBytes() {
        String digest = store.put(bytes("bundle"));
        assumeTrue(alter(digest), "nobody can alter what is in this store");
        Refusal.of("altered bytes", CorruptArtifactException.class, () -> store.get(digest))
                .contains(digest);
        Refusal.of("bytes whose copy is altered", CorruptArtifactException.class, () -> store.put(bytes("bundle")))
                .contains(digest);
    }

    @Test
    void removesWhatIsDeletedAndTakesItAgain() {
        String digest = store.put(bytes("bundle"));
        String other = store.put(bytes("other"));
        store.delete(digest);
        store.delete(digest);
        assertThat(store.contains(digest)).as("contains what was deleted").isFalse();
        assertThat(store.get(digest)).as("what was deleted").isEmpty();
        assertThat(get(other)).as("what was not deleted").isEqualTo(bytes("other"));
        store.put(bytes("bundle"));
        assertThat(get(digest)).as("what was put again").isEqualTo(bytes("bundle"));
    }

    @Test
    void listsWhatIsThere() {
        assertThat(listed()).as("the listing of an empty store").isEmpty();
        List<StoredBlob> put = List.of(
                new StoredBlob(store.put(bytes("bundle")), 6),
                new StoredBlob(store.put(new byte[0]), 0),
                new StoredBlob(store.put(bytes("other")), 5));
        store.delete(store.put(bytes("gone")));
        assertThat(listed()).as("the listing").containsExactlyInAnyOrderElementsOf(put);
    }

    private List<StoredBlob> listed() {
        try (Stream<StoredBlob> all = store.list()) {
            return all.toList();
        }
    }

    @Test
    void leavesSoundBytesWhereTheyAre() {
        String digest = store.put(bytes("bundle"));
        store.quarantine(digest);
        store.quarantine(BundleContent.of(bytes("not there")).digest());
        assertThat(get(digest)).isEqualTo(bytes("bundle"));
    }

    @Test
    @Tag("F06")
    void putsAlteredBytesAsideAndTakesAGoodCopy() {
        String digest = store.put(bytes("bundle"));
        assumeTrue(alter(digest), "nobody can alter what is in this store");
        store.quarantine(digest);
        store.quarantine(digest);
        assertThat(store.contains(digest)).as("contains what was put aside").isFalse();
        assertThat(store.get(digest)).as("what was put aside").isEmpty();
        assertThat(listed()).as("the listing").isEmpty();
        store.put(bytes("bundle"));
        assertThat(get(digest)).as("the good copy").isEqualTo(bytes("bundle"));
    }

    @Test
    void takesEqualAndOtherBytesFromSeveralThreadsAtOnce() throws Exception {
        AtomicInteger thread = new AtomicInteger();
        List<String> digests = Concurrently.call(THREADS, () -> {
            store.put(bytes("own " + thread.incrementAndGet()));
            return store.put(bytes("shared"));
        });
        assertThat(digests).as("digests of equal bytes").containsOnly(digests.get(0));
        assertThat(get(digests.get(0))).isEqualTo(bytes("shared"));
        for (int own = 1; own <= THREADS; own++) {
            assertThat(get(BundleContent.of(bytes("own " + own)).digest())).isEqualTo(bytes("own " + own));
        }
    }

    @Test
    @Tag("F32")
    void canBeClosedTwice() {
        store.put(bytes("bundle"));
        store.close();
        store.close();
    }
}
