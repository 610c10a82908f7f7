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

    private static BundleContent content(String text) {
        return BundleContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private String put(String text) {
        BundleContent content = content(text);
        store.put(content);
        return content.digest();
    }

    private BundleContent get(String digest) {
        return store.get(digest).orElseThrow(() -> new AssertionError("bytes that were put are not there"));
    }

    @Test
    void givesBackWhatWasPut() {
        byte[] big = new byte[BIG];
        big[BIG - 1] = 1;
        for (BundleContent content : List.of(content("bundle"), content(""), BundleContent.of(big))) {
            store.put(content);
            assertThat(get(content.digest()))
                    .as("%s bytes that come back", content.size())
                    .isEqualTo(content);
        }
    }

    @Test
    void takesEqualBytesAgain() {
        String digest = put("bundle");
        put("bundle");
        assertThat(get(digest)).isEqualTo(content("bundle"));
    }

    @Test
    void knowsWhatIsThereAndWhatIsNot() {
        String there = put("there");
        String notThere = content("not there").digest();
        assertThat(store.contains(there)).as("contains what was put").isTrue();
        assertThat(store.contains(notThere)).as("contains what was not put").isFalse();
        assertThat(store.get(notThere)).as("what was not put").isEmpty();
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
        String digest = put("bundle");
        assumeTrue(alter(digest), "nobody can alter what is in this store");
        Refusal.of("altered bytes", CorruptArtifactException.class, () -> store.get(digest))
                .contains(digest);
        Refusal.of("bytes whose copy is altered", CorruptArtifactException.class, () -> put("bundle"))
                .contains(digest);
    }

    @Test
    void removesWhatIsDeletedAndTakesItAgain() {
        String digest = put("bundle");
        String other = put("other");
        store.delete(digest);
        store.delete(digest);
        assertThat(store.contains(digest)).as("contains what was deleted").isFalse();
        assertThat(store.get(digest)).as("what was deleted").isEmpty();
        assertThat(get(other)).as("what was not deleted").isEqualTo(content("other"));
        put("bundle");
        assertThat(get(digest)).as("what was put again").isEqualTo(content("bundle"));
    }

    @Test
    void listsWhatIsThere() {
        assertThat(listed()).as("the listing of an empty store").isEmpty();
        List<StoredBlob> put =
                List.of(new StoredBlob(put("bundle"), 6), new StoredBlob(put(""), 0), new StoredBlob(put("other"), 5));
        store.delete(put("gone"));
        assertThat(listed()).as("the listing").containsExactlyInAnyOrderElementsOf(put);
    }

    private List<StoredBlob> listed() {
        try (Stream<StoredBlob> all = store.list()) {
            return all.toList();
        }
    }

    @Test
    void leavesSoundBytesWhereTheyAre() {
        String digest = put("bundle");
        store.quarantine(digest);
        store.quarantine(content("not there").digest());
        assertThat(get(digest)).isEqualTo(content("bundle"));
    }

    @Test
    @Tag("F06")
    void putsAlteredBytesAsideAndTakesAGoodCopy() {
        String digest = put("bundle");
        assumeTrue(alter(digest), "nobody can alter what is in this store");
        store.quarantine(digest);
        store.quarantine(digest);
        assertThat(store.contains(digest)).as("contains what was put aside").isFalse();
        assertThat(store.get(digest)).as("what was put aside").isEmpty();
        assertThat(listed()).as("the listing").isEmpty();
        put("bundle");
        assertThat(get(digest)).as("the good copy").isEqualTo(content("bundle"));
    }

    @Test
    void takesEqualAndOtherBytesFromSeveralThreadsAtOnce() throws Exception {
        AtomicInteger thread = new AtomicInteger();
        List<String> digests = Concurrently.call(THREADS, () -> {
            put("own " + thread.incrementAndGet());
            return put("shared");
        });
        assertThat(digests).as("digests of equal bytes").containsOnly(digests.get(0));
        assertThat(get(digests.get(0))).isEqualTo(content("shared"));
        for (int own = 1; own <= THREADS; own++) {
            assertThat(get(content("own " + own).digest())).isEqualTo(content("own " + own));
        }
    }

    @Test
    @Tag("F32")
    void canBeClosedTwice() {
        put("bundle");
        store.close();
        store.close();
    }
}
