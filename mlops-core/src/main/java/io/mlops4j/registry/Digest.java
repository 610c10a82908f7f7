package io.mlops4j.registry;

import io.mlops4j.json.Quoted;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 as 64 hexadecimal digits in lower case. Whatever comes from outside is checked before it becomes a path. */
final class Digest {

    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{64}");

    private Digest() {}

    static String of(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return text(digest);
    }

    /** Of all that was put into a digest, which begins anew. */
    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A fresh one, for what comes in pieces. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static boolean isOne(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    static String require(String digest) {
        if (!isOne(digest)) {
            throw new IllegalArgumentException(
                    "A digest is 64 hexadecimal digits in lower case, not " + Quoted.of(digest) + ".");
        }
        return digest;
    }
}
