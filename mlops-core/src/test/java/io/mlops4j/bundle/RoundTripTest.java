package io.mlops4j.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.bundle.Bundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was assembled comes back, and equal parts have equal bytes. */
class RoundTripTest {

    static Stream<BundleParts> shapes() {
        return Stream.of(Samples.linear(), Samples.trees(), Samples.regression());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aReaderGivesBackWhatWasAssembled(BundleParts parts) {
        Bundle assembled = Bundles.assemble(parts);

        Bundle read = Samples.reader().read(assembled.content().bytes());

        assertThat(read.name()).isEqualTo(parts.name());
        assertThat(read.input()).isEqualTo(parts.input());
        assertThat(read.input().name()).isEqualTo("Passenger");
        assertThat(read.categories()).isEqualTo(parts.categories());
        assertThat(read.target()).isEqualTo(parts.target());
        assertThat(read.classes()).isEqualTo(parts.classes());
        assertThat(read.steps()).isEqualTo(parts.steps());
        assertThat(read.space()).isEqualTo(parts.space());
        assertThat(read.form()).isEqualTo(parts.form());
        assertThat(read.profile()).isEqualTo(parts.profile());
        assertThat(read.evaluation()).isEqualTo(parts.evaluation());
        assertThat(read.lineage()).isEqualTo(assembled.lineage());
        assertThat(read.golden().inputs().schema()).isEqualTo(parts.input());
        assertThat(read.golden().inputs().fingerprint())
                .isEqualTo(parts.golden().inputs().fingerprint());
        assertThat(read.golden().answers()).isEqualTo(parts.golden().answers());
        assertThat(read.reference().isPresent()).isEqualTo(parts.reference().isPresent());
        parts.reference().ifPresent(model -> {
            assertThat(read.reference().orElseThrow().format()).isEqualTo(model.format());
            assertThat(read.reference().orElseThrow().bytes()).isEqualTo(model.bytes());
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatWasReadIsWrittenAsTheSameBytes(BundleParts parts) {
        Bundle assembled = Bundles.assemble(parts);

        Bundle read = Samples.reader().read(assembled.content().bytes());

        assertThat(read.content()).isEqualTo(assembled.content());
        assertThat(Bundles.assemble(parts(read)).content()).isEqualTo(assembled.content());
    }

    @Test
    void equalPartsHaveEqualBytesAndOthersDoNot() {
        assertThat(Bundles.assemble(Samples.linear()).digest())
                .isEqualTo(Bundles.assemble(Samples.linear()).digest());
        assertThat(Bundles.assemble(Samples.linear()).digest())
                .isNotEqualTo(Bundles.assemble(Samples.trees()).digest());
    }

    static BundleParts parts(Bundle bundle) {
        return new BundleParts(
                bundle.name(),
                bundle.input(),
                bundle.categories(),
                bundle.target(),
                bundle.classes(),
                bundle.steps(),
                bundle.space(),
                bundle.form(),
                bundle.reference(),
                bundle.golden(),
                bundle.profile(),
                bundle.evaluation(),
                bundle.lineage());
    }
}
