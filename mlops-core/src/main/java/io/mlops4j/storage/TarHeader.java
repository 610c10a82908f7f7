package io.mlops4j.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header of an entry in a tar file (POSIX.1-1988, "ustar"), in the only form that is written here: a plain file of its
 * owner, without a time, an owner's name or an extension.
 */
final class TarHeader {

    /** Headers and contents begin at multiples of it. */
    static final int BLOCK = 512;

    static final int NAME = 100;
    static final int SIZE = 124;
    static final int SIZE_DIGITS = 11;

    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_DIGITS = 6;
    private static final int OCTAL = 8;

    /** What eleven octal digits hold. */
    private static final long LARGEST = (1L << 33) - 1;

    private TarHeader() {}

    static byte[] of(String name, long size) {
        if (name.length() > NAME || size < 0 || size > LARGEST) {
            throw new IllegalArgumentException("A part has a name of at most " + NAME + " characters and at most "
                    + LARGEST + " bytes; not '" + name + "' with " + size + ".");
        }
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000600");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, SIZE, octal(size, SIZE_DIGITS));
        put(header, 136, octal(0, SIZE_DIGITS));
        put(header, CHECKSUM, " ".repeat(8));
        put(header, 156, "0");
        put(header, 257, "ustar\0" + "00");
        put(header, 329, "0000000");
        put(header, 337, "0000000");
        put(header, CHECKSUM, octal(sum(header), CHECKSUM_DIGITS) + "\0 ");
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, header, at, ascii.length);
    }

    private static String octal(long number, int digits) {
        String text = Long.toString(number, OCTAL);
        return "0".repeat(digits - text.length()) + text;
    }

    private static long sum(byte[] header) {
        long sum = 0;
        for (byte b : header) {
            sum += Byte.toUnsignedInt(b);
        }
        return sum;
    }

    /** What a header says its name is, printable or not. */
    static String name(byte[] header) {
        int end = 0;
        while (end < NAME && header[end] != 0) {
            end++;
        }
        return new String(header, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** What a header says its size is, or -1 if it says nothing of the kind. */
    static long size(byte[] header) {
        long size = 0;
        for (byte digit : Arrays.copyOfRange(header, SIZE, SIZE + SIZE_DIGITS)) {
            if (digit < '0' || digit >= '0' + OCTAL) {
                return -1;
            }
            size = size * OCTAL + digit - '0';
        }
        return size;
    }

    /** How many zeros fill the last block of a content. */
    static int padding(long size) {
        return (int) (-size & (BLOCK - 1));
    }
}
