package io.mlops4j.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.UnsupportedModelException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle of a later version is told from a broken one. */
@Tag("T04")
class FormatVersionTest {

    private final BundleReader reader = Samples.reader();

    @Test
    void aNewerVersionIsRefusedWithBothVersionsNamed() {
        byte[] newer = new Rebuilt(Samples.linear())
                .replace(Part.MANIFEST, "\"version\":1", "\"version\":2")
                .asItIs();

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> reader.read(newer))
                .withMessage("Bundle in memory, it has version 2 of the bundle format, this library reads version 1."
                        + " Use a release of mlops that reads version 2.");
    }

    @Test
    void nothingElseOfANewerVersionIsLookedAt() {
        byte[] manifest = "{ \"version\": 17, \"format\": \"mlops-bundle\", \"new\": [1.0] }".getBytes(UTF_8);
        byte[] newer = new Rebuilt(Samples.linear())
                .with(Part.MANIFEST, manifest)
                .with("New.Part", new byte[9])
                .asItIs();

        assertThatExceptionOfType(UnsupportedModelException.class)
                .isThrownBy(() -> reader.read(newer))
                .withMessageContaining("version 17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "null", "1e300"})
    void aVersionThatNeverWasIsRefused(String version) {
        byte[] strange = new Rebuilt(Samples.linear())
                .replace(Part.MANIFEST, "\"version\":1", "\"version\":" + version)
                .asItIs();

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(strange))
                .withMessageContaining("part 'manifest.json', $.version: ");
    }

    @Test
    void anotherFormatIsRefused() {
        byte[] other = new Rebuilt(Samples.linear())
                .replace(Part.MANIFEST, "mlops-bundle", "mlflow-model")
                .asItIs();

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(other))
                .withMessageContaining("part 'manifest.json', $.format: expected the format 'mlops-bundle'");
    }

    @Test
    void aManifestThatIsNoObjectIsRefused() {
        byte[] list = new Rebuilt(Samples.linear())
                .with(Part.MANIFEST, "[1]".getBytes(UTF_8))
                .asItIs();

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(list))
                .withMessageContaining("part 'manifest.json', $: expected an object, found an array");
    }

    @Test
    void aManifestWithAnUnknownKeyOrAnotherFormIsRefused() {
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(new Rebuilt(Samples.linear())
                        .replace(Part.MANIFEST, "\"version\":1", "\"version\":1,\"with\":2")
                        .asItIs()))
                .withMessageContaining(
                        "part 'manifest.json', $: expected the keys [format, name, parts, reference, version], found [");
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(new Rebuilt(Samples.linear())
                        .replace(Part.MANIFEST, "\"version\":1", "\"version\": 1")
                        .asItIs()))
                .withMessageContaining("part 'manifest.json': it is not in canonical form");
    }
}
