package io.mlops4j.report;

import java.nio.file.Path;

/**
 * A self-contained page: one HTML document with its style and its pictures in it. It has no script, loads nothing, and its
 * content policy forbids both.
 *
 * @param html the document
 */
public record Report(String html) {

    /**
     * Writes the page as UTF-8. It is meant to be read by others: its permissions are those of a usual new file.
     *
     * @param file where it goes; a file that is there is replaced as a whole or not at all
     * @throws io.mlops4j.api.error.StorageException if the disk refuses
     */
    public void write(Path file) {
        new ReportFile(file).replace(html);
    }

    @Override
    public String toString() {
        return "report of " + html.length() + " characters";
    }
}
