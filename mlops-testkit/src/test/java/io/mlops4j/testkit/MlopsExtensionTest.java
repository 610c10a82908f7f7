package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MlopsExtensionTest {

    private static final List<Library> ALL = new ArrayList<>();

    /** Stands for the library, which this module does not know. */
    static final class Library implements AutoCloseable {

        private final Path home;
        private boolean closed;

        Library(TestWorld world) {
            home = world.home();
            try {
                Files.writeString(
                        Files.createDirectories(home.resolve("blobs/ab")).resolve("file"), "content");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ALL.add(this);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @RegisterExtension
    final MlopsExtension<Library> given = MlopsExtension.of(Library::new);

    @Test
    @Order(1)
    void aTestIsGivenItsLibraryAndItsWorld(Library library, TestWorld world) {
        assertThat(library).isSameAs(given.get());
        assertThat(world).isSameAs(given.world());
        assertThat(library.home).isNotEmptyDirectory();
        assertThat(world.clock().instant()).isEqualTo(MlopsExtension.START);
    }

    @Test
    @Order(2)
    void whatTheTestBeforeHadIsClosedAndGone(Library library) {
        assertThat(ALL).hasSize(2);
        assertThat(ALL.get(0).closed).isTrue();
        assertThat(ALL.get(0).home).doesNotExist();
        assertThat(library.closed).isFalse();
    }

    @Test
    @Order(3)
    void timePassesWhenTheTestSaysSo(TestWorld world) {
        List<Long> ticks = new ArrayList<>();
        world.scheduler().scheduleAtFixedRate(() -> ticks.add(world.nanoTime()), 1, 1, TimeUnit.SECONDS);

        world.scheduler().advance(Duration.ofSeconds(2));

        assertThat(ticks).containsExactly(1_000_000_000L, 2_000_000_000L);
        assertThat(world.toString()).startsWith("world at 2026-01-01T00:00:02Z in mlops-test-");
    }

    @Test
    @Order(4)
    void outsideATestThereIsNoWorld() {
        MlopsExtension<Library> unused = MlopsExtension.of(Library::new);

        assertThatIllegalStateException().isThrownBy(unused::get);
        assertThatIllegalStateException().isThrownBy(unused::world);
    }

    @AfterAll
    static void everythingIsClosed() {
        assertThat(ALL).allMatch(library -> library.closed).noneMatch(library -> Files.exists(library.home));
    }
}
