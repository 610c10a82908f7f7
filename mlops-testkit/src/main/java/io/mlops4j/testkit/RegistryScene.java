package io.mlops4j.testkit;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.AuditEntry;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionFacts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of a registry begin with: an empty one, a clock, two people, and short words for what they do. */
abstract class RegistryScene {

    static final String MODEL = "survival";
    static final Instant START = Instant.parse("2026-03-29T00:59:59.000000001Z");
    static final Decision ANN = Decision.by("ann", "looks good");
    static final Decision BEN = Decision.by("ben", "ticket 4711");
    static final MetricKey ACCURACY = MetricKey.of("accuracy");
    static final Verdict GOOD = new Verdict.Approved(List.of(
            new Finding("accuracy at least 0.78", true, "accuracy 0.8212290502793296"),
            new Finding("f1(1) at least 0.70", true, "f1(1) 0.74 on sex=\"weiblich\" ☂\n")));

    final FixedClock clock = FixedClock.at(START);
    final RecordingListener events = new RecordingListener();
    ModelRegistry registry;

    @SuppressWarnings("NullAway.Init") // JUnit opens it before each test
    RegistryScene() {}

    /**
     * Opens the registry that is tested, anew for each test.
     *
     * @param clock gives every time that the registry notes
     * @param listener hears of every change that was stored
     * @return an empty registry; closed after the test
     */
    protected abstract ModelRegistry registry(InstantSource clock, LifecycleListener listener);

    @BeforeEach
    void open() {
        registry = registry(clock, events);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    static BundleContent bundle(String text) {
        return BundleContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Registration registration(String bundle, Verdict verdict, String... key) {
        return new Registration(
                MODEL, bundle(bundle), verdict, ANN, Stream.of(key).findFirst());
    }

    ModelVersion register(String bundle) {
        return registry.register(registration(bundle, GOOD));
    }

    void register(int versions) {
        IntStream.rangeClosed(1, versions).forEach(number -> register("bundle " + number));
    }

    /** A version of which a metric is known. */
    ModelVersion measured(String model, double accuracy) {
        return registry.register(new Registration(
                model,
                bundle(model + accuracy),
                new VersionFacts(List.of(), Map.of(ACCURACY, accuracy), Map.of()),
                Origin.NONE,
                GOOD,
                ANN,
                Optional.empty()));
    }

    AliasMove move(int from, int to) {
        return registry.move(MODEL, Alias.CHAMPION, version(from), version(to), ANN);
    }

    /** 0 stands for none. */
    static OptionalInt version(int number) {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    int champion() {
        return registry.alias(MODEL, Alias.CHAMPION).map(Alias::version).orElse(0);
    }

    List<String> actions() {
        return registry.audit(MODEL).stream().map(AuditEntry::action).toList();
    }
}
