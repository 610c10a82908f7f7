package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.registry.StoredBlob;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the store that breaks it. */
class BlobStoreContractTest {

    @Test
    void findsNothingWrongWithASoundStore() {
        assertThat(ContractRun.failuresOf(MapBlobsTest.class)).isEmpty();
    }

    @Test
    void noticesBytesThatAreNotComparedWithTheirDigest() {
        assertThat(ContractRun.failuresOf(Trusts.class)).containsExactly("neverGivesAlteredBytes");
    }

    @Test
    void noticesANameThatIsNotChecked() {
        assertThat(ContractRun.failuresOf(TakesAnyName.class)).containsExactly("refusesWhatIsNoDigest");
    }

    @Test
    void noticesNamesOfItsOwn() {
        assertThat(ContractRun.failuresOf(Shouts.class)).contains("givesBackWhatWasPut");
    }

    @Test
    void noticesWhatIsNeverFound() {
        assertThat(ContractRun.failuresOf(Denies.class)).containsExactly("knowsWhatIsThereAndWhatIsNot");
    }

    @Test
    void noticesWhatIsStillThereAfterItWasDeleted() {
        assertThat(ContractRun.failuresOf(Hoards.class))
                .containsExactlyInAnyOrder("removesWhatIsDeletedAndTakesItAgain", "listsWhatIsThere");
    }

    @Test
    void noticesAnEmptyListing() {
        assertThat(ContractRun.failuresOf(Conceals.class)).containsExactly("listsWhatIsThere");
    }

    @Test
    void noticesSoundBytesThatArePutAside() {
        assertThat(ContractRun.failuresOf(Suspects.class)).containsExactly("leavesSoundBytesWhereTheyAre");
    }

    @Test
    void noticesRottenBytesThatStayWhereTheyAre() {
        assertThat(ContractRun.failuresOf(Tolerates.class)).containsExactly("putsAlteredBytesAsideAndTakesAGoodCopy");
    }

    static class Trusts extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                void compare(String digest, BundleContent content) {}
            };
        }
    }

    static class TakesAnyName extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                void require(String digest) {}
            };
        }
    }

    static class Shouts extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                public void put(BundleContent content) {
                    blobs.putIfAbsent(content.digest().toUpperCase(Locale.ROOT), content);
                }
            };
        }
    }

    static class Denies extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                public boolean contains(String digest) {
                    require(digest);
                    return false;
                }
            };
        }
    }

    static class Hoards extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                public void delete(String digest) {
                    require(digest);
                }
            };
        }
    }

    static class Conceals extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                public Stream<StoredBlob> list() {
                    return Stream.empty();
                }
            };
        }
    }

    static class Suspects extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                public void quarantine(String digest) {
                    require(digest);
                    blobs.remove(digest);
                }
            };
        }
    }

    static class Tolerates extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                public void quarantine(String digest) {
                    require(digest);
                }
            };
        }
    }
}
