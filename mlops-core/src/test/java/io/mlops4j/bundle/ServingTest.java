package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What answers, read of bytes whose digest was compared. */
class ServingTest {

    private final BundleReader reader = Samples.reader();

    @Test
    void givesTheSamePartsAsTheWholeBundle() {
        Bundle bundle = Bundles.assemble(Samples.trees());

        ServingParts parts = reader.serving(bundle.content()).orElseThrow();

        assertThat(parts.name()).isEqualTo(bundle.name());
        assertThat(parts.input()).isEqualTo(bundle.input());
        assertThat(parts.categories()).isEqualTo(bundle.categories());
        assertThat(parts.target()).isEqualTo(bundle.target());
        assertThat(parts.classes()).isEqualTo(bundle.classes());
        assertThat(parts.steps()).isEqualTo(bundle.steps());
        assertThat(parts.space()).isEqualTo(bundle.space());
        assertThat(parts.form()).isEqualTo(bundle.form().orElseThrow());
        assertThat(parts.golden().get().answers()).isEqualTo(bundle.golden().answers());
    }

    @Test
    void aModelWithoutFlatArraysIsNotServedSo() {
        assertThat(reader.serving(Bundles.assemble(Samples.regression()).content()))
                .isEmpty();
    }

    @Test
    @Tag("T03")
    void theContainerIsExaminedAsEver() {
        byte[] bytes = Bundles.assemble(Samples.linear()).content().bytes();
        for (int at = 0; at < bytes.length; at += 3) {
            bytes[at] ^= 4;
            assertThatExceptionOfType(CorruptArtifactException.class)
                    .isThrownBy(() -> reader.serving(BundleContent.of(bytes)))
                    .withMessageContaining("Do not use it");
            bytes[at] ^= 4;
        }
    }

    @Test
    @Tag("T05")
    void jsonIsAsStrictAsEver() {
        byte[] twice = new Rebuilt(Samples.linear())
                .replace(Part.FEATURES, "{\"blocks\":", "{\"blocks\":[],\"blocks\":")
                .consistent();
        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.serving(BundleContent.of(twice)))
                .withMessageContaining("stands twice");
    }
}
