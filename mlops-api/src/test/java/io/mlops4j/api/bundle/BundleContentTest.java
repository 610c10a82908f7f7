package io.mlops4j.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BundleContentTest {

    private final byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);

    /** The first example of FIPS 180-4. */
    @Test
    void itsDigestIsTheSha256OfItsBytes() {
        assertThat(BundleContent.of(abc).digest())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(BundleContent.of(abc))
                .hasToString("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void givesBackItsBytes() throws IOException {
        BundleContent content = BundleContent.of(abc);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        content.writeTo(out);

        assertThat(out.toByteArray()).isEqualTo(abc);
        assertThat(content.bytes()).isEqualTo(abc);
        assertThat(content.size()).isEqualTo(3);
    }

    @Test
    void nobodyChangesItFromOutside() {
        byte[] bytes = abc.clone();
        BundleContent content = BundleContent.of(bytes);
        bytes[0] = 'x';
        content.bytes()[1] = 'x';

        assertThat(content.bytes()).isEqualTo(abc);
    }

    @Test
    void isReadWithoutACopyButNotWritten() {
        BundleContent content = BundleContent.takingOver(abc);

        assertThat(content.digest()).isEqualTo(BundleContent.of(abc).digest());
        assertThat(content.buffer()).isEqualTo(ByteBuffer.wrap(abc)).matches(ByteBuffer::isReadOnly);
        content.buffer().get();
        assertThat(content.buffer().position()).isZero();
    }

    @Test
    void equalsContentOfTheSameBytes() {
        assertThat(BundleContent.of(abc))
                .isEqualTo(BundleContent.of(abc))
                .hasSameHashCodeAs(BundleContent.of(abc))
                .isNotEqualTo(BundleContent.of(new byte[3]))
                .isNotEqualTo("abc");
    }
}
