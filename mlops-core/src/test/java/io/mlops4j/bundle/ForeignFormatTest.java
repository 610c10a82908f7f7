package io.mlops4j.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.CorruptArtifactException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no bundle is refused by name, and never opened. */
@Tag("T05")
class ForeignFormatTest {

    private static final AtomicBoolean RAN = new AtomicBoolean();

    private final BundleReader reader = Samples.reader();

    /** Tells if anybody deserialises it. */
    static final class Canary implements Serializable {

        @Serial
        private static final long serialVersionUID = 1;

        @Serial
        private void readObject(java.io.ObjectInputStream in) {
            RAN.set(true);
        }
    }

    @Test
    void aJavaSerialisedObjectIsRefusedAndDoesNotRun() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Canary());
        }

        refused(bytes.toByteArray(), "a Java-serialised object");
        assertThat(RAN).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "80049520000000000000008c05706f736978, a Python pickle",
                "80024b012e, a Python pickle",
                "80034b012e, a Python pickle",
                "80054b012e, a Python pickle",
                "3c504d4d4c3e, `XML, such as PMML or an OLCUT configuration`",
                "efbbbf3c636f6e6669673e, `XML, such as PMML or an OLCUT configuration`",
                "2d2d2d0a6d6f64656c3a, YAML",
                "2559414d4c20312e32, YAML",
                "23212f62696e2f7368, a script",
                "7b226d6f64656c223a317d, JSON text",
                "5b312c325d, JSON text",
                "1f8b0800, gzip",
                "894844460d0a1a0a, HDF5",
                "62696e66, an XGBoost model",
                "7f454c46, native code",
                "4d5a9000, native code",
                "cafebabe00000034, a Java class",
                "504b050600000000, an empty zip file",
                "0807120870, `perhaps protobuf, as ONNX and Tribuo write it`",
                "0a8f010a, `perhaps protobuf, as ONNX and Tribuo write it`",
                "00, a file of unknown format",
                "aced, a file of unknown format",
                "504b0304, never"
            })
    void saysWhatItFoundInstead(String hex, String found) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (found.equals("never")) {
            assertThatExceptionOfType(CorruptArtifactException.class)
                    .isThrownBy(() -> reader.read(bytes))
                    .withMessageContaining("cut off");
        } else {
            refused(bytes, found);
        }
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(new byte[0], "an empty file");
    }

    @Test
    void aZipThatIsNoBundleIsRefused() {
        byte[] jar = StoredZip.write(List.of(new StoredEntry("data.bin", "x".getBytes(ISO_8859_1))));

        refused(jar, "a zip file that starts with 'data.bin'");
    }

    @Test
    void aJarIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
        }

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(bytes.toByteArray()))
                .withMessageContaining("the first entry is called 'META-INF/MANIFEST.MF', which is no name of a part");
    }

    private void refused(byte[] bytes, String found) {
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(bytes))
                .withMessageContaining("container: this is " + found + ", not a bundle");
    }
}
