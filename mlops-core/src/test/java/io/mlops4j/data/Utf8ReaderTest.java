package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T11")
class Utf8ReaderTest {

    /** Gives at most so many bytes at a time, as a network or a decompressor may. */
    private static String read(byte[] bytes, int atOnce) throws IOException {
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, atOnce));
            }
        };
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[7];
        try (Utf8Reader reader = new Utf8Reader(slow)) {
            for (int read = reader.read(buffer, 0, 7); read >= 0; read = reader.read(buffer, 0, 7)) {
                text.append(buffer, 0, read);
            }
        }
        return text.toString();
    }

    @Property(tries = 500)
    void readsWhatUtf8Wrote(@ForAll String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String sound = new String(bytes, StandardCharsets.UTF_8); // without lone surrogates
        assertThat(read(bytes, 1)).isEqualTo(sound);
        assertThat(read(bytes, 1000)).isEqualTo(sound);
        assertThat(SoundText.is(sound.toCharArray(), 0, sound.length())).isEqualTo(sound.indexOf(0) < 0);
    }

    @Property(tries = 500)
    void endsOnEveryInput(@ForAll byte[] bytes) throws IOException {
        String text = read(bytes, 3);
        boolean sound = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0 && text.indexOf(0) < 0;
        if (!sound && text.indexOf('\uFFFD') < 0) {
            assertThat(SoundText.is(text.toCharArray(), 0, text.length())).isFalse();
        }
    }

    @Test
    void marksBrokenBytesWhereTheyStand() throws IOException {
        byte[] latin1 = "caf\u00e9,1".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(latin1, 100)).isEqualTo("caf\uDCE9,1");
        assertThat(read(new byte[] {'a', (byte) 0xE2, (byte) 0x82}, 100))
                .startsWith("a\uDCE2"); // ends within a character
        assertThat(read(new byte[] {(byte) 0xFF}, 100)).isEqualTo("\uDCFF");
    }

    @Test
    void doesNotTakeAPairOfSurrogatesForBrokenBytes() throws IOException {
        String pair = new String(Character.toChars(0x1F480)); // its second half is U+DC80
        String read = read(pair.getBytes(StandardCharsets.UTF_8), 1);
        assertThat(read).isEqualTo(pair);
        assertThat(SoundText.is(read.toCharArray(), 0, 2)).isTrue();
        assertThat(SoundText.is((pair + "\uDC80").toCharArray(), 0, 3)).isFalse();
    }
}
