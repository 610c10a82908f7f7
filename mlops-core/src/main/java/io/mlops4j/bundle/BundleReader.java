package io.mlops4j.bundle;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads bundles. Nothing of a bundle is used before its digests were compared, and everything is taken from the same bytes
 * in memory, so that nobody can change it in between. Immutable and safe for use by many threads.
 *
 * <p>A reader does not ask the model whether it still gives the golden answers: that takes a scorer.
 */
public final class BundleReader {

    /** What every JVM can allocate. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final PreprocessorFormatIndex formats;
    private final BundleLimits limits;
    private final StrictJson json;

    BundleReader(List<PreprocessorFormat> formats, BundleLimits limits) {
        this.formats = new PreprocessorFormatIndex(formats);
        this.limits = limits;
        this.json = new StrictJson(limits.json());
    }

    /**
     * Reads a bundle from a file.
     *
     * @param file the file; it is read once
     * @return the bundle
     * @throws CorruptArtifactException if the file is not a bundle, or not as it was written; names the part
     * @throws UnsupportedModelException if it has a newer format, or a step that no format here restores
     * @throws StorageException if the file cannot be read
     */
    public Bundle read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            // one more than allowed: the size of a file may change between a question and a look
            bytes = in.readNBytes((int) Math.min(LARGEST_ARRAY - 1, limits.bytes()) + 1);
        } catch (IOException e) {
            throw new StorageException("Bundle " + file + " cannot be read: " + e, e);
        }
        return readOwn(bytes, "Bundle " + file);
    }

    /**
     * Reads a bundle from memory.
     *
     * @param bytes the stored form; copied
     * @return the bundle
     * @throws CorruptArtifactException if the bytes are not a bundle, or not as they were written; names the part
     * @throws UnsupportedModelException if it has a newer format, or a step that no format here restores
     */
    public Bundle read(byte[] bytes) {
        requireSize(bytes.length, "Bundle in memory");
        return readOwn(bytes.clone(), "Bundle in memory");
    }

    /**
     * Reads a bundle of a content, whose digest was computed already.
     *
     * @param content the stored form
     * @return the bundle
     * @throws CorruptArtifactException if the bytes are not a bundle, or not as they were written; names the part
     * @throws UnsupportedModelException if it has a newer format, or a step that no format here restores
     */
    public Bundle read(BundleContent content) {
        return explained(
                content.size(),
                content.toString(),
                () -> decoder().decode(content.buffer()).with(content));
    }

    /**
     * Reads what answers of a bundle whose bytes are known to be the right ones, because all of them were compared with a
     * digest that somebody else has kept: a registry, for example. So the digests of the parts, which tell which of them was
     * altered, are not computed once more; the container, and all that is read, is examined as ever.
     *
     * @param content the stored form
     * @return its parts; empty if it has no flat arrays, and so cannot be served without its own library
     * @throws CorruptArtifactException if it is not a bundle; names the part
     * @throws UnsupportedModelException if it has a newer format, or a step that no format here restores
     */
    public Optional<ServingParts> serving(BundleContent content) {
        return explained(content.size(), content.toString(), () -> decoder().serving(content.buffer()));
    }

    private Bundle readOwn(byte[] bytes, String source) {
        return explained(bytes.length, source, () -> {
            BundleParts parts = decoder().decode(ByteBuffer.wrap(bytes));
            return parts.with(BundleContent.takingOver(bytes));
        });
    }

    private BundleDecoder decoder() {
        return new BundleDecoder(limits, json, formats);
    }

    private <T> T explained(int size, String source, Supplier<T> reading) {
        requireSize(size, source);
        try {
            return reading.get();
        } catch (CorruptArtifactException e) {
            throw new CorruptArtifactException(
                    source + ", " + e.getMessage() + " Do not use it; restore a good copy.", e);
        } catch (BeyondLimitException e) {
            throw new CorruptArtifactException(source + ", " + e.getMessage(), e);
        } catch (UnsupportedModelException e) {
            throw new UnsupportedModelException(source + ", " + e.getMessage(), e);
        }
    }

    private void requireSize(int size, String source) {
        if (size > limits.bytes()) {
            throw new CorruptArtifactException(source + ", container: it has more than " + limits.bytes()
                    + " bytes. Raise BundleLimits.bytes if you trust it.");
        }
    }
}
