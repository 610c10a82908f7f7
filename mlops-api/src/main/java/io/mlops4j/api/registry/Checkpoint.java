package io.mlops4j.api.registry;

import io.mlops4j.api.error.CorruptArtifactException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far an audit was at some time, to be kept where those who can write to the registry cannot: against it a chain that was
 * cut or rewritten as a whole shows.
 *
 * @param entries how many rows there were
 * @param lastHash the hash of the last one, 64 hexadecimal digits
 * @param at when it was taken
 */
public record Checkpoint(long entries, String lastHash, Instant at) {

    private static final Pattern TEXT = Pattern.compile("""
            mlops checkpoint 1
            entries (0|[1-9][0-9]{0,17})
            hash ([0-9a-f]{64})
            at (\\S{1,40})
            key ([0-9a-f]{64})
            signature (\\S{1,100})
            """);

    /**
     * A checkpoint of what an examination found.
     *
     * @param check the examination
     * @param at when it was made
     * @return the checkpoint
     * @throws CorruptArtifactException if the audit was not intact
     */
    public static Checkpoint of(AuditCheck check, Instant at) {
        if (!check.intact()) {
            throw new CorruptArtifactException(
                    "There is no checkpoint of an audit that is " + check + ". Restore a good copy first.");
        }
        return new Checkpoint(check.entries(), check.lastHash(), at);
    }

    /**
     * Signs it. The private key is used and forgotten.
     *
     * @param signer the Ed25519 private key
     * @param key the public key that belongs to it
     * @return six short lines of ASCII, to be kept elsewhere
     * @throws IllegalArgumentException if the keys are not of Ed25519, or do not belong together
     */
    public String signed(PrivateKey signer, PublicKey key) {
        String statement = statement();
        return statement + "key " + Ed25519.id(key) + "\nsignature "
                + Ed25519.sign(statement.getBytes(StandardCharsets.US_ASCII), signer, key) + "\n";
    }

    private String statement() {
        return "mlops checkpoint 1\nentries " + entries + "\nhash " + lastHash + "\nat " + at + "\n";
    }

    /**
     * Reads one that was signed.
     *
     * @param text what {@link #signed} gave
     * @param key the public key, known from elsewhere
     * @return the checkpoint
     * @throws CorruptArtifactException if it is not one that this key signed
     */
    public static Checkpoint read(String text, PublicKey key) {
        Matcher matcher = TEXT.matcher(text);
        try {
            if (matcher.matches()) {
                Checkpoint read = new Checkpoint(
                        Long.parseLong(matcher.group(1)), matcher.group(2), Instant.parse(matcher.group(3)));
                byte[] signature = Base64.getDecoder().decode(matcher.group(5));
                if (text.startsWith(read.statement())
                        && Ed25519.id(key).equals(matcher.group(4))
                        && Ed25519.verifies(read.statement().getBytes(StandardCharsets.US_ASCII), signature, key)) {
                    return read;
                }
            }
        } catch (GeneralSecurityException | DateTimeException | IllegalArgumentException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    private static CorruptArtifactException refused(@Nullable Exception cause) {
        return new CorruptArtifactException(
                "This is no checkpoint that the given key signed. Use the text as it was written, and the right key.",
                cause);
    }
}
