package io.mlops4j.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this library. Read from a file of the build, so that it is the same inside a jar and outside. */
final class LibraryVersion {

    private static final String FILE = "version.properties";

    private LibraryVersion() {}

    static String current() {
        try (InputStream in = LibraryVersion.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The library was packaged without its " + FILE + ".");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
