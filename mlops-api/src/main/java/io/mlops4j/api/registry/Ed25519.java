package io.mlops4j.api.registry;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The one kind of signature there is, from the JDK. */
final class Ed25519 {

    private static final String ALGORITHM = "Ed25519";
    private static final int SIGNATURE_BYTES = 64;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private Ed25519() {}

    /** Names a key by what it is, so that no other one can have its name. */
    static String id(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null || !isEd25519(key)) {
            throw new IllegalArgumentException("A key is one of " + ALGORITHM + ", not of " + key.getAlgorithm() + ".");
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static boolean isEd25519(PublicKey key) {
        try {
            return decode(key.getEncoded()).getEncoded().length == key.getEncoded().length;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static PublicKey decode(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static String sign(byte[] statement, PrivateKey signer, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signer);
            signature.update(statement);
            byte[] value = signature.sign();
            if (verifies(statement, value, key)) {
                return Base64.getEncoder().encodeToString(value);
            }
        } catch (GeneralSecurityException e) {
            // without the cause: what a provider says of a private key is nobody's business
            throw new IllegalArgumentException("A private key of " + ALGORITHM + " is needed to sign.");
        }
        throw new IllegalArgumentException("The private key does not belong to the public key.");
    }

    static boolean verifies(byte[] statement, byte[] value, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initVerify(key);
        signature.update(statement);
        return signature.verify(value);
    }

    static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("The identity of a key is 64 hexadecimal digits in lower case.");
        }
    }

    static void requireSignature(String value) {
        if (decoded(value).length != SIGNATURE_BYTES) {
            throw new IllegalArgumentException("A signature is " + SIGNATURE_BYTES + " bytes in Base64.");
        }
    }

    private static byte[] decoded(String value) {
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
