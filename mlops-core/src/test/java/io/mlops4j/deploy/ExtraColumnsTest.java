package io.mlops4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleEvent.ExtraColumnsIgnored;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.data.Rows;
import io.mlops4j.prepare.PreprocessorFormats;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A row type with more columns than the model reads is told wherever the model is opened. */
class ExtraColumnsTest {

    record Wider(
            double mass,
            double flipper,
            String island,
            @Nullable String sex,
            int year) {}

    private final Kit kit = new Kit();

    private ModelStoreBuilder<Wider, Classification> store() {
        return new ModelStoreBuilder<>(
                Rows.of(Wider.class, MethodHandles.lookup()),
                Classification.class,
                () -> kit.registry,
                Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                kit.environment(),
                () -> kit.scheduler);
    }

    private Deployment<Wider, Classification> deployment() {
        return new DeploymentBuilder<>(
                        Kit.MODEL,
                        Rows.of(Wider.class, MethodHandles.lookup()),
                        Classification.class,
                        () -> kit.registry,
                        Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                        kit.environment(),
                        () -> kit.scheduler)
                .open();
    }

    private List<ExtraColumnsIgnored> told() {
        return kit.events.events(ExtraColumnsIgnored.class);
    }

    @Test
    void aDeploymentTellsThemOnceForEachVersion() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Wider, Classification> live = deployment()) {
            live.refresh();
            assertThat(told())
                    .containsExactly(new ExtraColumnsIgnored(kit.clock.instant(), Kit.MODEL, List.of("year")));

            kit.champion(Versions.compiled(1));
            live.refresh();
            live.refresh();

            assertThat(told()).hasSize(2);
        }
    }

    @Test
    void aStoreTellsThemOnceForEachVersionHoweverOftenItIsLoaded() {
        int first = kit.registry.add(Versions.compiled(0));
        int second = kit.registry.add(Versions.compiled(1));
        long roomForOne = Versions.compiled(0).content().size() * 3 / 2;
        try (ModelStore<Wider, Classification> store = store().limit(roomForOne).open()) {
            store.version(Kit.MODEL, first);
            store.version(Kit.MODEL, first);
            assertThat(told())
                    .containsExactly(new ExtraColumnsIgnored(kit.clock.instant(), Kit.MODEL, List.of("year")));

            store.version(Kit.MODEL, second);
            store.version(Kit.MODEL, first);

            assertThat(store.counts().loads()).isEqualTo(3);
            assertThat(told()).hasSize(2);
        }
    }

    @Test
    void aListenerMayAskTheStoreForTheModel() {
        int version = kit.registry.add(Versions.compiled(0));
        List<String> asked = new ArrayList<>();
        List<ModelStore<Wider, Classification>> known = new ArrayList<>();
        kit.listeners.add(event -> {
            if (event instanceof LifecycleEvent.ExtraColumnsIgnored) {
                asked.add(known.get(0).version(Kit.MODEL, version).toString());
            }
        });
        try (ModelStore<Wider, Classification> store = store().open()) {
            known.add(store);
            store.version(Kit.MODEL, version);
        }

        assertThat(asked).containsExactly("penguins v1");
    }

    @Test
    void aRowTypeThatFitsIsNotMentioned() {
        kit.champion(Versions.compiled(0));
        try (var live = kit.builder().open();
                var store = kit.store().open()) {
            store.champion(Kit.MODEL);
            assertThat(live.model()).isEqualTo(Kit.MODEL);
        }

        assertThat(told()).isEmpty();
    }
}
