package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.CorruptArtifactException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Altered bytes never load. */
@Tag("T03")
class TamperingTest {

    private static final int LARGE_FLIPS = 10_000;

    private final BundleReader reader = Samples.reader();

    @Test
    void everyFlippedBitIsRefusedByThePartInWhichItLies() {
        byte[] bytes = Bundles.assemble(Samples.trees()).content().bytes();
        List<StoredEntry> entries = new StoredZipReader(ByteBuffer.wrap(bytes), BundleLimits.DEFAULTS).entries();
        List<String> wrong = new ArrayList<>();
        for (int at = 0; at < bytes.length; at++) {
            String place = place(entries, at);
            for (int bit = 0; bit < 8; bit++) {
                bytes[at] ^= (byte) (1 << bit);
                String refusal = refusal(bytes);
                if (!refusal.startsWith(place)
                        && !(place.isEmpty() && refusal.matches("(container|part '[a-z]+.(json|bin)'): .*"))) {
                    wrong.add("bit " + bit + " of byte " + at + ": " + refusal);
                }
                bytes[at] ^= (byte) (1 << bit);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(reader.read(bytes).name()).isEqualTo("trees");
    }

    @Test
    void randomFlipsOfALargeBundleAreRefusedByThePartInWhichTheyLie() {
        byte[] bytes = Bundles.assemble(Samples.large()).content().bytes();
        assertThat(bytes.length).isGreaterThan(1 << 20);
        List<StoredEntry> entries = new StoredZipReader(ByteBuffer.wrap(bytes), BundleLimits.DEFAULTS).entries();
        SplittableRandom random = new SplittableRandom(42);
        List<String> wrong = new ArrayList<>();
        for (int flip = 0; flip < LARGE_FLIPS; flip++) {
            int at = random.nextInt(bytes.length);
            int bit = 1 << random.nextInt(Byte.SIZE);
            bytes[at] ^= (byte) bit;
            String refusal = refusal(bytes);
            if (!refusal.startsWith(place(entries, at)) || refusal.startsWith("accepted")) {
                wrong.add("bit " + bit + " of byte " + at + ": " + refusal);
            }
            bytes[at] ^= (byte) bit;
        }
        assertThat(wrong).isEmpty();
        assertThat(reader.read(bytes).name()).isEqualTo("large");
    }

    private static String place(List<StoredEntry> entries, int at) {
        int end = 0;
        for (StoredEntry entry : entries) {
            int start = end + ZipRecords.LOCAL_SIZE + entry.name().length();
            end = start + entry.size();
            if (at >= start && at < end) {
                return "part '" + entry.name() + "': its bytes do not have the CRC-32 of its header";
            }
        }
        return ""; // a header, or the end
    }

    private String refusal(byte[] bytes) {
        try {
            return "accepted as " + reader.read(bytes).digest();
        } catch (CorruptArtifactException e) {
            return e.getMessage().replace("Bundle in memory, ", "");
        }
    }

    @Test
    void aChangedByteIsRefusedByTheDigestIfItsCrcWasMended() {
        for (Part part : Part.values()) {
            Rebuilt bundle = new Rebuilt(Samples.trees());
            byte[] bytes = bundle.bytes(part);
            for (int at = 0; part != Part.MANIFEST && at < bytes.length; at += 5) {
                bytes[at] ^= 4;
                refused(bundle.with(part, bytes).asItIs())
                        .withMessageContaining("part '" + part.file() + "': its SHA-256 is ");
                bytes[at] ^= 4;
            }
        }
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();
        for (int length = 0; length < bytes.length; length++) {
            refused(Arrays.copyOf(bytes, length)).withMessageContaining("container: ");
        }
    }

    @Test
    void saysWhereAFileIsCutOff() {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();

        refused(Arrays.copyOf(bytes, 20)).withMessageContaining("cut off in the header of the first entry, at byte 20");
        refused(Arrays.copyOf(bytes, 35)).withMessageContaining("cut off in the name of the first entry, at byte 35");
        refused(Arrays.copyOf(bytes, 60)).withMessageContaining("but only 17 follow: it is cut off");
        refused(Arrays.copyOf(bytes, bytes.length - 1))
                .withMessageContaining("the end of the central directory is not what a bundle has there");
    }

    @Test
    void trailingBytesAreRefused() {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();

        refused(Arrays.copyOf(bytes, bytes.length + 3)).withMessageContaining("container: 3 bytes follow its end");
    }

    @Test
    void leadingBytesAreRefused() {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();
        byte[] shifted = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, shifted, 1, bytes.length);

        refused(shifted).withMessageContaining("not a bundle");
    }

    @Test
    void bytesBetweenTwoEntriesAreRefused() {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();
        int end = new StoredZipReader(ByteBuffer.wrap(bytes), BundleLimits.DEFAULTS)
                .entries().stream()
                        .limit(2)
                        .mapToInt(entry -> ZipRecords.LOCAL_SIZE + entry.name().length() + entry.size())
                        .sum();
        byte[] gap = new byte[bytes.length + 4];
        System.arraycopy(bytes, 0, gap, 0, end);
        System.arraycopy(bytes, end, gap, end + 4, bytes.length - end);

        refused(gap).withMessageContaining("container: ");
    }

    @Test
    void anEditedManifestWithIntactPartsIsRefused() {
        Rebuilt bundle = new Rebuilt(Samples.linear());
        String digest = new StoredEntry("model.bin", bundle.bytes(Part.MODEL)).sha256();

        refused(bundle.replace(Part.MANIFEST, digest, "0".repeat(64)).asItIs())
                .withMessageContaining("part 'model.bin': its SHA-256 is " + digest);
    }

    @Test
    void aPartOfAnotherBundleIsRefused() {
        byte[] other = new Rebuilt(Samples.trees()).bytes(Part.MODEL);

        refused(new Rebuilt(Samples.linear()).with(Part.MODEL, other).asItIs())
                .withMessageContaining("part 'model.bin': it has " + other.length + " bytes, the manifest says");
    }

    @Test
    void aPartOfTheSameSizeIsRefusedByItsDigest() {
        Rebuilt bundle = new Rebuilt(Samples.linear());
        byte[] model = bundle.bytes(Part.MODEL);
        model[20] ^= 1;

        refused(bundle.with(Part.MODEL, model).asItIs()).withMessageContaining("part 'model.bin': its SHA-256 is");
    }

    @Test
    void aDigestIsComparedBeforeThePartIsRead() {
        // were it parsed first, the error would speak of JSON
        Rebuilt bundle = new Rebuilt(Samples.linear());
        byte[] noJson = new byte[bundle.bytes(Part.GOLDEN).length];

        refused(bundle.with(Part.GOLDEN, noJson).asItIs()).withMessageContaining("part 'golden.json': its SHA-256 is");
    }

    @Test
    void aManifestThatListsOtherPartsIsRefused() {
        refused(new Rebuilt(Samples.linear())
                        .replace(Part.MANIFEST, "golden.json", "gilded.json")
                        .asItIs())
                .withMessageContaining("part 'manifest.json': it does not list the parts that are there");
        refused(new Rebuilt(Samples.trees()).without(Part.REFERENCE).asItIs())
                .withMessageContaining("part 'manifest.json': it does not list the parts that are there");
    }

    @Test
    void aReferenceModelWithoutTheNameOfItsFormatIsRefused() {
        refused(new Rebuilt(Samples.trees())
                        .replace(Part.MANIFEST, "\"tribuo-protobuf\"", "null")
                        .consistent())
                .withMessageContaining("come together or not at all");
        refused(new Rebuilt(Samples.linear())
                        .replace(Part.MANIFEST, "\"reference\":null", "\"reference\":\"x\"")
                        .consistent())
                .withMessageContaining("come together or not at all");
    }

    @Test
    void missingUnknownAndMisplacedPartsAreRefused() {
        refused(new Rebuilt(Samples.linear()).without(Part.GOLDEN).consistent())
                .withMessageContaining("a bundle with these parts holds [manifest.json, schema.json");
        refused(new Rebuilt(Samples.linear()).with("extra.json", new byte[0]).consistent())
                .withMessageContaining("'extra.json'");
        Rebuilt bundle = new Rebuilt(Samples.linear());
        byte[] schema = bundle.bytes(Part.SCHEMA);
        refused(bundle.without(Part.SCHEMA).with(Part.SCHEMA, schema).consistent())
                .withMessageContaining("a bundle with these parts holds");
    }

    @Test
    void theBytesAreCopiedBeforeTheyAreChecked() {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();
        String digest = Bundles.assemble(Samples.linear()).digest();

        var read = reader.read(bytes);
        Arrays.fill(bytes, (byte) 0);

        assertThat(read.digest()).isEqualTo(digest);
        assertThat(reader.read(read.content().bytes()).digest()).isEqualTo(digest);
    }

    private ThrowableAssertAlternative<CorruptArtifactException> refused(byte[] bytes) {
        return assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(bytes))
                .withMessageStartingWith("Bundle in memory, ")
                .withMessageEndingWith("Do not use it; restore a good copy.");
    }
}
