package io.mlops4j.storage;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The attributes of what is its owner's alone, where the file system knows owners; none where it does not. */
final class Permissions {

    private Permissions() {}

    static FileAttribute<?>[] ofFile(Path place) {
        return of(place, "rw-------");
    }

    static FileAttribute<?>[] ofFolder(Path place) {
        return of(place, "rwx------");
    }

    static boolean known(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] of(Path place, String permissions) {
        return known(place)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
