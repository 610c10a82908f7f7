package io.mlops4j.bundle;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.prepare.PreprocessorFormat;
import java.nio.file.Path;
import java.util.List;

/** Makes, writes and reads bundles. {@code docs/bundle-format.md} describes their bytes. */
public final class Bundles {

    private Bundles() {}

    /**
     * Makes a bundle. Its bytes, and so its digest, depend on nothing but the parts.
     *
     * @param parts what it is made of
     * @return the bundle, as a reader gives it back
     * @throws IllegalArgumentException if a part cannot be stored: a step whose state is no JSON, a weight that is not finite
     */
    public static Bundle assemble(BundleParts parts) {
        return parts.with(BundleContent.takingOver(BundleEncoder.encode(parts)));
    }

    /**
     * Writes a bundle where nothing is yet. The file appears whole or not at all, is readable for its owner only where the
     * file system knows owners, and is on the disk when this method returns.
     *
     * <p>If the very same bundle is there already, nothing happens.
     *
     * @param bundle the bundle
     * @param file where to; its folder has to exist
     * @throws StorageException if another file is there, or it cannot be written
     */
    public static void write(Bundle bundle, Path file) {
        new BundleFile(file).create(bundle.content());
    }

    /**
     * Writes a bundle, as {@link #write} does, in the place of whatever file is there. Others see the old file or the new
     * one, never a mixture.
     *
     * @param bundle the bundle
     * @param file where to; its folder has to exist
     * @throws StorageException if it cannot be written
     */
    public static void overwrite(Bundle bundle, Path file) {
        new BundleFile(file).replace(bundle.content());
    }

    /**
     * A reader with the usual limits.
     *
     * @param formats restore the steps of the preparation; each name once
     * @return the reader
     * @throws io.mlops4j.api.error.MlopsException if two formats claim one name
     */
    public static BundleReader reader(List<PreprocessorFormat> formats) {
        return reader(formats, BundleLimits.DEFAULTS);
    }

    /**
     * A reader with other limits.
     *
     * @param formats restore the steps of the preparation; each name once
     * @param limits what a bundle may hold at most
     * @return the reader
     * @throws io.mlops4j.api.error.MlopsException if two formats claim one name
     */
    public static BundleReader reader(List<PreprocessorFormat> formats, BundleLimits limits) {
        return new BundleReader(formats, limits);
    }
}
