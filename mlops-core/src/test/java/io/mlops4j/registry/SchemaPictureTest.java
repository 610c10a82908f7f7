package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of the tables on the page of the registry is one of today's tables. {@code -Ddocs.update} draws it anew. */
class SchemaPictureTest {

    private final Path root = Files.isDirectory(Path.of("docs")) ? Path.of("") : Path.of("..");

    @Test
    void thePictureShowsTheTablesThatAreMadeToday(@TempDir Path folder) throws SQLException, IOException {
        Path home = folder.resolve("home");
        Registries.embedded(home).close();
        String drawn;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("registry.db"))) {
            drawn = SchemaPicture.of(connection);
        }
        Path picture = root.resolve("docs/registry-schema.svg");
        if (System.getProperty("docs.update") != null) {
            Files.writeString(picture, drawn);
        }
        assertThat(Files.readString(picture)).isEqualTo(drawn);
    }
}
