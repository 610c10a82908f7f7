package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.data.RowBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host that unloads an application must get rid of its records. */
@Tag("F33")
class RowsUnloadTest {

    enum Kind {
        BIG
    }

    record Part(int size) {}

    record Thing(String name, Optional<Kind> kind, @Nullable Part part, Optional<Part> other) {}

    /** Loads the classes of this test by itself, and leaves everything else to its parent. */
    private static final class Application extends ClassLoader {

        Application() {
            super(RowsUnloadTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(RowsUnloadTest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static <I> WeakReference<ClassLoader> useAndForget(ReferenceQueue<ClassLoader> unloaded)
            throws ReflectiveOperationException {
        Application application = new Application();
        @SuppressWarnings("unchecked")
        Class<I> thing = (Class<I>) application.loadClass(Thing.class.getName());
        assertThat(thing).isNotSameAs(Thing.class);
        RecordRows<I> rows = Rows.of(thing);
        var constructor = thing.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked")
        I row = (I) constructor.newInstance("x", Optional.empty(), null, Optional.empty());
        RowBuffer buffer = new RowBuffer(rows.schema());
        for (int i = 0; i < 1_000; i++) {
            rows.read(row, buffer);
        }
        assertThat(buffer.category(0)).isEqualTo("x");
        return new WeakReference<>(application, unloaded);
    }

    @Test
    void letsTheLoaderOfARecordGo() throws Exception {
        ReferenceQueue<ClassLoader> unloaded = new ReferenceQueue<>();
        WeakReference<ClassLoader> application = useAndForget(unloaded);
        for (int i = 0; i < 50 && !application.refersTo(null); i++) {
            System.gc();
            unloaded.remove(100);
        }
        assertThat(application.refersTo(null)).isTrue();
    }
}
