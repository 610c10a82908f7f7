package io.mlops4j.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 so that broken bytes can be reported where they stand: each malformed sequence becomes one lone surrogate from
 * U+DC80 to U+DCFF, which sound UTF-8 never gives.
 */
final class Utf8Reader extends Reader {

    private static final char FIRST_ESCAPE = '\uDC80';
    private static final char LAST_ESCAPE = '\uDCFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** Whether the character stands for bytes that are not UTF-8, given the one before it. */
    static boolean malformed(char previous, char character) {
        return character >= FIRST_ESCAPE && character <= LAST_ESCAPE && !Character.isHighSurrogate(previous);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError() && out.hasRemaining()) {
                out.put((char) (FIRST_ESCAPE + (bytes.get(bytes.position()) & 0x7F)));
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow() && out.position() == offset && !ended) {
                fill();
            } else {
                int decoded = out.position() - offset;
                return decoded == 0 && ended ? -1 : decoded;
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
