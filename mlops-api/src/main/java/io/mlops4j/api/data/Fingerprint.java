package io.mlops4j.api.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a data set's content, independent of how it is stored: views, batches and dictionaries in any order give
 * the same.
 */
final class Fingerprint {

    private static final int ABSENT = -1;

    private final MessageDigest digest;
    private final ByteBuffer pending = ByteBuffer.allocate(1 << 16);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static String of(Dataset data) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.number(data.size());
        for (int i = 0; i < data.schema().size(); i++) {
            Column column = data.schema().columns().get(i);
            fingerprint.text(column.name());
            fingerprint.text(column.type().name());
            fingerprint.values(data.values(i));
        }
        fingerprint.flush();
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void values(Values values) {
        if (values instanceof CategoricalValues categories) {
            categories(categories);
            return;
        }
        for (int row = 0; row < values.size(); row++) {
            if (values instanceof NumericValues numbers) {
                // doubleToLongBits makes every NaN one; -0.0 stays apart from 0.0
                number(Double.doubleToLongBits(numbers.get(row)));
            } else if (values instanceof TimestampValues times) {
                number(times.nanos(row));
            } else {
                text(values.text(row));
            }
        }
    }

    /** The same as texts, but each name is encoded once. */
    private void categories(CategoricalValues values) {
        List<byte[]> names = values.dictionary().names().stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
        for (int row = 0; row < values.size(); row++) {
            int code = values.code(row);
            if (code < 0) {
                number(ABSENT);
            } else {
                bytes(names.get(code));
            }
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            number(ABSENT);
        } else {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        if (bytes.length > pending.remaining()) {
            flush();
        }
        if (bytes.length > pending.remaining()) {
            digest.update(bytes);
        } else {
            pending.put(bytes);
        }
    }

    private void number(long value) {
        if (pending.remaining() < Long.BYTES) {
            flush();
        }
        pending.putLong(value);
    }

    private void flush() {
        pending.flip();
        digest.update(pending);
        pending.clear();
    }
}
