package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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
    void noticesBytesThatTheCallerStillHolds() {
        assertThat(ContractRun.failuresOf(Shares.class)).contains("keepsItsBytesFromTheCaller");
    }

    @Test
    void noticesNamesOfItsOwn() {
        assertThat(ContractRun.failuresOf(Shouts.class)).contains("namesBytesByTheirSha256");
    }

    @Test
    void noticesWhatIsNeverFound() {
        assertThat(ContractRun.failuresOf(Denies.class)).containsExactly("knowsWhatIsThereAndWhatIsNot");
    }

    static class Trusts extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                void compare(String digest, byte[] content) {}
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

    static class Shares extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                byte[] copy(byte[] content) {
                    return content;
                }
            };
        }
    }

    static class Shouts extends MapBlobsTest {

        @Override
        MapBlobs blobs() {
            return new MapBlobs() {
                @Override
                String digest(byte[] content) {
                    return super.digest(content).toUpperCase(Locale.ROOT);
                }

                @Override
                void require(String digest) {}
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
}
