package io.mlops4j.testkit;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a library of its own, with a home, a clock and a scheduler of the test's, and closes and removes all of it
 * afterwards. How it is made says the test, so that nothing is wired behind its back.
 *
 * <pre>{@code
 * @RegisterExtension
 * final MlopsExtension<Mlops> given = MlopsExtension.of(world -> Mlops.builder()
 *         .home(world.home())
 *         .clock(world.clock())
 *         .ticker(world::nanoTime)
 *         .scheduler(world.scheduler())
 *         .listener(world.events())
 *         .build());
 *
 * @Test
 * void aDriftedColumnRaisesAnAlert(Mlops mlops, TestWorld world) { … }
 * }</pre>
 *
 * @param <M> what is made: the front door, or anything else that can be closed
 */
public final class MlopsExtension<M extends AutoCloseable>
        implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    /** Where the clock stands when a test begins. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Function<TestWorld, M> factory;
    private @Nullable TestWorld world;
    private @Nullable M made;

    private MlopsExtension(Function<TestWorld, M> factory) {
        this.factory = factory;
    }

    /**
     * An extension, for a field with {@code @RegisterExtension}.
     *
     * @param factory makes the library out of a test's world
     * @param <M> what is made
     * @return the extension
     */
    public static <M extends AutoCloseable> MlopsExtension<M> of(Function<TestWorld, M> factory) {
        return new MlopsExtension<>(factory);
    }

    /**
     * What was made for the present test.
     *
     * @return the library
     * @throws IllegalStateException outside a test
     */
    public M get() {
        return present(made);
    }

    /**
     * The world of the present test.
     *
     * @return clock, scheduler, folder and listener
     * @throws IllegalStateException outside a test
     */
    public TestWorld world() {
        return present(world);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("There is a world only while a test runs.");
        }
        return value;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        world = new TestWorld(Files.createTempDirectory("mlops-test-"), START);
        made = factory.apply(world);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            if (made != null) {
                made.close();
            }
        } finally {
            made = null;
            delete(world().home());
            world = null;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestWorld.class || type.isInstance(made);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestWorld.class ? world() : get();
    }
}
