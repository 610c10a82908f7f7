package io.mlops4j.api.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;

/**
 * An Ed25519 signature over the digest of a bundle, apart from the bundle. It says nothing by itself: whether its key counts
 * says a {@link TrustedKey}.
 *
 * @param key the identity of the key, as {@link TrustedKey#id()} has it
 * @param value the signature, 64 bytes in Base64
 */
public record BundleSignature(String key, String value) {

    /** Checks the form. */
    public BundleSignature {
        Ed25519.requireId(key);
        Ed25519.requireSignature(value);
    }

    /**
     * Signs a bundle. The private key is used and forgotten.
     *
     * @param digest the SHA-256 of the bundle, 64 hexadecimal digits
     * @param signer the private key
     * @param key the public key that belongs to it
     * @return the signature
     * @throws IllegalArgumentException if the keys are not of Ed25519, or do not belong together
     */
    public static BundleSignature sign(String digest, PrivateKey signer, PublicKey key) {
        return new BundleSignature(Ed25519.id(key), Ed25519.sign(statement(digest), signer, key));
    }

    /**
     * Whether it is the signature of a bundle by a key.
     *
     * @param digest the SHA-256 of the bundle
     * @param signer the key
     * @return whether it is; what cannot be checked is not
     */
    public boolean isOf(String digest, TrustedKey signer) {
        try {
            return signer.id().equals(key)
                    && Ed25519.verifies(statement(digest), Base64.getDecoder().decode(value), signer.key());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Says what is signed, so that no signature of something else can be taken for one of a bundle. */
    private static byte[] statement(String digest) {
        return ("mlops bundle sha256:" + digest + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
