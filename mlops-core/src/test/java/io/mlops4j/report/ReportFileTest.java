package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    Path folder;

    @Test
    void writesUtf8AndReplacesWhatIsThere() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "something longer that was there before");

        new Report("<p>İ → 🐧</p>").write(file);

        assertThat(Files.readString(file)).isEqualTo("<p>İ → 🐧</p>");
    }

    @Test
    @Tag("T25")
    void leavesNoTemporaryFileAndCanBeReadByOthersButNotChanged() throws IOException {
        Path file = folder.resolve("report.html");

        new Report("<p>x</p>").write(file);

        assertThat(folder.toFile().list()).containsExactly("report.html");
        assertThat(Files.getPosixFilePermissions(file))
                .contains(PosixFilePermission.OWNER_READ)
                .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    }

    @Test
    @Tag("F05")
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new Report("x").write(folder.resolve("nowhere").resolve("report.html")))
                .isInstanceOf(StorageException.class)
                .hasMessageContainingAll("nowhere", "Check that the folder exists");
    }
}
