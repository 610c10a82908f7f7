package io.mlops4j.tribuo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of UBJSON that XGBoost writes, from bytes that nobody vouches for: lengths are checked against what is left, and
 * depth against a limit. Integers come as {@code Long}, arrays of one type as {@code int[]} or {@code float[]}.
 *
 * @see <a href="https://ubjson.org/">Universal Binary JSON</a>
 */
final class UniversalBinaryJson {

    private static final int DEEPEST = 32;

    private final ByteBuffer bytes;

    private UniversalBinaryJson(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Reads one value, which must be all there is; an {@link IllegalArgumentException} says what is wrong. */
    static Object read(byte[] bytes) {
        UniversalBinaryJson reader = new UniversalBinaryJson(bytes);
        try {
            Object value = reader.value(reader.bytes.get(), 0);
            if (reader.bytes.hasRemaining()) {
                throw new IllegalArgumentException(reader.bytes.remaining() + " bytes follow its end");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends too early", e);
        }
    }

    private Object value(byte type, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested deeper than " + DEEPEST);
        }
        return switch (type) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case 'S' -> text(length(bytes.get()));
            case 'd' -> bytes.getFloat();
            case 'D' -> bytes.getDouble();
            case 'T' -> true;
            case 'F' -> false;
            default -> integer(type);
        };
    }

    private long integer(byte type) {
        return switch (type) {
            case 'i' -> bytes.get();
            case 'U' -> Byte.toUnsignedInt(bytes.get());
            case 'I' -> bytes.getShort();
            case 'l' -> bytes.getInt();
            case 'L' -> bytes.getLong();
            default -> throw new IllegalArgumentException("it has a value of the unknown type " + type);
        };
    }

    private int length(byte type) {
        return atMostLeft(integer(type), 1);
    }

    private int atMostLeft(long count, int size) {
        if (count < 0 || count > bytes.remaining() / size) {
            throw new IllegalArgumentException(
                    "it says that " + count + " items follow, where there is no room for them");
        }
        return (int) count;
    }

    private String text(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (byte type = bytes.get(); type != '}'; type = bytes.get()) {
            String key = text(length(type));
            if (members.put(key, value(bytes.get(), depth + 1)) != null) {
                throw new IllegalArgumentException("it has a key twice");
            }
        }
        return members;
    }

    private Object array(int depth) {
        byte type = bytes.get();
        if (type == '$') {
            return typedArray(bytes.get());
        }
        List<Object> items = new ArrayList<>();
        if (type == '#') {
            int count = length(bytes.get());
            for (int i = 0; i < count; i++) {
                items.add(value(bytes.get(), depth + 1));
            }
            return items;
        }
        for (; type != ']'; type = bytes.get()) {
            items.add(value(type, depth + 1));
        }
        return items;
    }

    private Object typedArray(byte type) {
        if (bytes.get() != '#') {
            throw new IllegalArgumentException("it has an array without a length");
        }
        long count = integer(bytes.get());
        if (type == 'd') {
            float[] numbers = new float[atMostLeft(count, Float.BYTES)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = bytes.getFloat();
            }
            return numbers;
        }
        int[] numbers = new int[atMostLeft(count, 1)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.toIntExact(integer(type));
        }
        return numbers;
    }
}
