package io.mlops4j.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.CorruptArtifactException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zip files as others make them, or as nobody should. */
class HostileContainerTest {

    private static final byte[] CONTENT = {1, 2, 3};

    private final BundleReader reader = Samples.reader();
    private final byte[] good = Bundles.assemble(Samples.linear()).content().bytes();

    @Test
    void anyZipToolReadsABundle(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("bundle.zip"), good);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = new ArrayList<>();
            for (ZipEntry entry : zip.stream().toList()) {
                names.add(entry.getName());
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                assertThat(entry.getExtra()).isNull();
                assertThat(entry.getComment()).isNull();
                assertThat(zip.getInputStream(entry).readAllBytes())
                        .isEqualTo(new Rebuilt(Samples.linear()).bytes(part(entry)));
            }
            assertThat(zip.getComment()).isNull();
            assertThat(names)
                    .containsExactly(
                            "manifest.json",
                            "schema.json",
                            "preparation.json",
                            "features.json",
                            "model.bin",
                            "golden.json",
                            "profile.json",
                            "evaluation.json",
                            "lineage.json");
        }
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(good))) {
            assertThat(stream.getNextEntry()).isNotNull();
        }
    }

    private static Part part(ZipEntry entry) {
        return Part.valueOf(entry.getName().replaceAll("\\..*", "").toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @Tag("T01")
    @ValueSource(
            strings = {
                "../schema.json",
                "/schema.json",
                "C:\\schema.json",
                "a/schema.json",
                "schema.json/",
                "schema\0.json",
                "..",
                "Schema.json",
                "SCHEMA.JSON",
                "schema.json ",
                "schema",
                "schéma.json",
                "",
                "\u001b[31m.json",
                "schema.json\n",
                "schema.class"
            })
    void anEntryWithAStrangeNameIsRefused(String name) {
        byte[] zip = new Rebuilt(Samples.linear()).with(name, CONTENT).asItIs();

        refused(zip)
                .withMessageContaining("container: entry 10 is called '")
                .withMessageContaining("which is no name of a part")
                .satisfies(error -> assertThat(error.getMessage()).matches("\\p{Print}*"));
    }

    @Test
    @Tag("T01")
    void anEndlessNameIsCutInTheMessage() {
        refused(new Rebuilt(Samples.linear()).with("x".repeat(60_000), CONTENT).asItIs())
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(300));
    }

    @Test
    @Tag("T01")
    void twoEntriesOfOneNameAreRefused() {
        List<StoredEntry> entries =
                new ArrayList<>(new StoredZipReader(ByteBuffer.wrap(good), BundleLimits.DEFAULTS).entries());
        entries.add(entries.get(1));

        refused(StoredZip.write(entries)).withMessageContaining("container: two entries are called 'schema.json'");
    }

    @Test
    @Tag("T01")
    void aSymbolicLinkIsRefused() {
        byte[] zip = good.clone();
        // the upper half of the external attributes is the mode on Unix: a link, readable for all
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(central(zip, 2) + 38, 0120777 << 16);

        refused(zip).withMessageContaining("container: the central directory's header of part 'preparation.json'");
    }

    @Test
    void aDirectoryThatNamesOtherThingsThanTheEntriesIsRefused() {
        byte[] zip = good.clone();
        zip[central(zip, 1) + ZipRecords.CENTRAL_SIZE] = 'S';

        refused(zip).withMessageContaining("container: the central directory's header of part 'schema.json'");
    }

    @Test
    void aDirectoryWithoutAnEntryIsRefused() {
        List<StoredEntry> entries = new StoredZipReader(ByteBuffer.wrap(good), BundleLimits.DEFAULTS).entries();
        int from = central(good, 8);
        byte[] record = ZipRecords.central(entries.get(8), 0);
        byte[] zip = new byte[good.length - record.length];
        System.arraycopy(good, 0, zip, 0, from);
        System.arraycopy(good, from + record.length, zip, from, zip.length - from);

        refused(zip).withMessageContaining("container: the central directory's header of part 'lineage.json'");
    }

    @Test
    @Tag("T02")
    void aDeflatedBombIsRefusedWithoutBeingUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(new byte[10_000_000]);
        }
        byte[] withoutDescriptor = bytes.toByteArray();
        withoutDescriptor[6] = 0;
        withoutDescriptor[7] = 0;

        refused(bytes.toByteArray()).withMessageContaining("data descriptor");
        refused(withoutDescriptor)
                .withMessageContaining("compression method 8; parts of a bundle are stored without compression");
    }

    @Test
    void anEncryptedEntryIsRefused() {
        byte[] zip = good.clone();
        zip[6] |= 1;

        refused(zip).withMessageContaining("container: the header of part 'manifest.json' says that it is encrypted");
    }

    @Test
    void extraFieldsAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("manifest.json");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(CONTENT.length);
            CRC32 crc = new CRC32();
            crc.update(CONTENT);
            entry.setCrc(crc.getValue());
            entry.setExtra(new byte[] {1, 2, 0, 0});
            zip.putNextEntry(entry);
            zip.write(CONTENT);
        }

        refused(bytes.toByteArray()).withMessageContaining("has extra fields");
    }

    @Test
    @Tag("T02")
    void aDeclaredSizeOfFourGigabytesIsRefused() {
        refused(sized(good, 0xffffffff))
                .withMessageContaining(
                        "declares 4294967295 bytes, the limit is 268435456. Raise BundleLimits.entryBytes if you trust it.");
        refused(sized(good, 200_000_000)).withMessageContaining("declares 200000000 bytes, but only ");
    }

    @Test
    void twoDifferentSizesAreRefused() {
        byte[] zip = good.clone();
        zip[18]++;

        refused(zip).withMessageContaining("declares two different sizes");
    }

    @Test
    void anotherTimeOrVersionIsRefused() {
        for (int at : new int[] {4, 10, 12}) {
            byte[] zip = good.clone();
            zip[at]++;
            refused(zip)
                    .withMessageContaining(
                            "the header of part 'manifest.json' is not what a bundle has there, from byte " + at);
        }
    }

    @Test
    @Tag("T02")
    void tooManyEntriesAreRefused() {
        Rebuilt bundle = new Rebuilt(Samples.trees());
        for (char c = 'a'; c < 'g'; c++) {
            bundle.with(c + ".json", CONTENT);
        }
        refused(bundle.asItIs()).withMessageContaining("a bundle with these parts holds");
        refused(bundle.with("g.json", CONTENT).asItIs()).withMessageContaining("there are more than 16 entries");
    }

    @Test
    @Tag("T02")
    void nothingBeyondTheSizeIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("bundle.zip"), good);
        BundleReader narrow =
                Bundles.reader(List.of(new Scale.Format()), BundleLimits.DEFAULTS.withBytes(good.length - 1));
        BundleReader exact = Bundles.reader(List.of(new Scale.Format()), BundleLimits.DEFAULTS.withBytes(good.length));

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> narrow.read(file))
                .withMessageContaining("it has more than " + (good.length - 1) + " bytes. Raise BundleLimits.bytes");
        assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> narrow.read(good));
        assertThat(exact.read(file).digest()).isEqualTo(exact.read(good).digest());
    }

    @Test
    @Tag("T02")
    void anEntryMayHaveAsManyBytesAsTheLimitAndNotOneMore() {
        long largest = new StoredZipReader(ByteBuffer.wrap(good), BundleLimits.DEFAULTS)
                .entries().stream().mapToLong(StoredEntry::size).max().orElseThrow();

        assertThat(entries(largest)).isNotEmpty();
        assertThatExceptionOfType(BeyondLimitException.class)
                .isThrownBy(() -> entries(largest - 1))
                .withMessageContaining("declares " + largest + " bytes, the limit is " + (largest - 1));
    }

    private List<StoredEntry> entries(long limit) {
        BundleLimits usual = BundleLimits.DEFAULTS;
        return new StoredZipReader(
                        ByteBuffer.wrap(good),
                        new BundleLimits(usual.bytes(), limit, usual.entries(), usual.json(), usual.model()))
                .entries();
    }

    private ThrowableAssertAlternative<CorruptArtifactException> refused(byte[] zip) {
        return assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> reader.read(zip));
    }

    private static byte[] sized(byte[] original, int size) {
        byte[] zip = original.clone();
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(18, size).putInt(22, size);
        return zip;
    }

    /** Where a header of the central directory starts. */
    private static int central(byte[] zip, int index) {
        int at = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int i = 0; i < index; i++) {
            at = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002", at + 1);
        }
        return at;
    }
}
