package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleListener;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.environment.Emitter;
import io.mlops4j.environment.Environment;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the tests of the registry begin with. */
final class Given {

    static final String MODEL = "survival";
    static final Decision ANN = Decision.by("ann", "looks good");
    static final Verdict GOOD =
            new Verdict.Approved(List.of(new Finding("accuracy at least 0.78", true, "accuracy 0.8212")));

    private Given() {}

    static Environment environment(InstantSource clock, LifecycleListener... listeners) {
        return new Environment(clock, () -> 0, Runnable::run, 0, new Emitter(List.of(listeners)), List.of());
    }

    static BundleContent bundle(String text) {
        return BundleContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Registration registration(String bundle) {
        return new Registration(MODEL, bundle(bundle), GOOD, ANN, Optional.empty());
    }

    /** Two versions, the first approved and champion, then the second. */
    static void history(ModelRegistry registry) {
        registry.register(registration("bundle 1"));
        registry.register(registration("bundle 2"));
        registry.approve(MODEL, 1, ANN);
        registry.move(MODEL, Alias.CHAMPION, OptionalInt.empty(), OptionalInt.of(1), ANN);
        registry.move(MODEL, Alias.CHAMPION, OptionalInt.of(1), OptionalInt.of(2), ANN);
    }
}
