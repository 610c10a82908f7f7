package io.mlops4j.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.mlops4j.api.error.CorruptArtifactException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hostile file declares costs nothing; what it has costs a small multiple of its size. */
@Tag("T02")
class BoundedMemoryTest {

    /** What a refusal costs by itself: classes that are loaded, the error, a parser. */
    private static final long CONSTANT = 16 << 20;

    private static final long MULTIPLE = 60;

    static Stream<Arguments> hostile() {
        byte[] good = Bundles.assemble(Samples.trees()).content().bytes();
        return Stream.of(
                Arguments.of("an entry of 4 GB", with(good, 18, 0xffffffff, 22, 0xffffffff)),
                Arguments.of("an entry of 200 MB", with(good, 18, 200 << 20, 22, 200 << 20)),
                Arguments.of("a billion margins", model(8)),
                Arguments.of("a billion trees", model(16)),
                Arguments.of("a billion nodes", model(20)),
                Arguments.of("a million levels", json("[".repeat(1_000_000))),
                Arguments.of("a million levels of objects", json("{\"a\":".repeat(1_000_000))),
                Arguments.of("a million empty objects", json("[" + "{},".repeat(1_000_000) + "{}]")),
                Arguments.of("two million numbers", json("[" + "1,".repeat(2_000_000) + "1]")),
                Arguments.of("a number of a million digits", json("[" + "1".repeat(1_000_000) + "]")),
                Arguments.of("a huge exponent", json("[1e999999999]")),
                Arguments.of("a text of 2 MB", json("[\"" + "x".repeat(2_000_000) + "\"]")));
    }

    private static byte[] model(int at) {
        Rebuilt bundle = new Rebuilt(Samples.trees());
        return bundle.with(Part.MODEL, with(bundle.bytes(Part.MODEL), at, 1_000_000_000))
                .consistent();
    }

    private static byte[] json(String text) {
        return new Rebuilt(Samples.linear())
                .with(Part.LINEAGE, text.getBytes(US_ASCII))
                .consistent();
    }

    private static byte[] with(byte[] bytes, int... changes) {
        byte[] changed = bytes.clone();
        for (int i = 0; i < changes.length; i += 2) {
            ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(changes[i], changes[i + 1]);
        }
        return changed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithBoundedMemory(String what, byte[] bytes) {
        BundleReader reader = Samples.reader();
        long before = allocated();

        assertThatExceptionOfType(CorruptArtifactException.class)
                .isThrownBy(() -> reader.read(bytes))
                .withMessageMatching(".*(container|part 'model.bin'|part 'lineage.json'): .*");

        assertThat(allocated() - before).isLessThan(CONSTANT + MULTIPLE * bytes.length);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
