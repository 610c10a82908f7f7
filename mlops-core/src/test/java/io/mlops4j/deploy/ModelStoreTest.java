package io.mlops4j.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Models that are loaded when somebody asks for them, and let go when there is no more room. */
@Tag("F22")
class ModelStoreTest {

    private static final long SIZE = Versions.foreign(1).content().size();

    private final Kit kit = new Kit();
    private ModelStore<Penguin, Classification> store = kit.store().open();

    @AfterEach
    void close() {
        store.close();
        assertThat(kit.format.open()).as("models that nobody closed").isZero();
        assertThat(kit.format.calledAfterClose).hasValue(0);
    }

    private void withRoomFor(int models) {
        store = kit.store().limit(models * SIZE + SIZE / 2).open();
        for (int script = 1; script <= models + 2; script++) {
            kit.registry.add(Versions.foreign(script));
        }
    }

    private static double gentoo(StoredModel<Penguin, Classification> model) {
        return model.predict(Kit.GENTOO).probability("Gentoo");
    }

    @Test
    void loadsAVersionWhenItIsAskedForAndNotAgain() {
        kit.registry.add(Versions.compiled(0.5));

        StoredModel<Penguin, Classification> model = store.version(Kit.MODEL, 1);

        assertThat(gentoo(model)).isEqualTo(Versions.probability(0.5, Kit.GENTOO));
        assertThat(model.scorer().outputs()).isEqualTo(2);
        assertThat(model.singleScorer().score(Kit.GENTOO)).isEqualTo(gentoo(model));
        assertThat(model).hasToString("penguins v1");
        store.version(Kit.MODEL, 1);
        assertThat(kit.registry.reads()).isEqualTo(1);
        ModelStoreCounts counts = store.counts();
        assertThat(counts.loads()).isEqualTo(1);
        assertThat(counts.failures()).isZero();
        assertThat(counts.models()).isEqualTo(1);
        assertThat(counts.hits()).isPositive();
        assertThat(counts.bytes()).isEqualTo(Versions.compiled(0.5).content().size());
    }

    @Test
    void looksAnAliasUpOnceAndFollowsItWhenItLooksAgain() {
        kit.champion(Versions.compiled(0));
        int looks = kit.registry.looks();
        for (int i = 0; i < 10; i++) {
            assertThat(store.champion(Kit.MODEL).version()).isEqualTo(1);
        }
        assertThat(kit.registry.looks()).isEqualTo(looks + 1);
        StoredModel<Penguin, Classification> before = store.champion(Kit.MODEL);
        kit.champion(Versions.compiled(1));
        assertThat(store.champion(Kit.MODEL).version()).isEqualTo(1);

        store.refresh();

        assertThat(store.champion(Kit.MODEL).version()).isEqualTo(2);
        assertThat(before.version()).as("what was handed out").isEqualTo(1);
        assertThat(gentoo(before)).isEqualTo(Versions.probability(0, Kit.GENTOO));
    }

    @Test
    void aMovedAliasIsReadyBeforeAnybodyAsksForIt() {
        kit.champion(Versions.compiled(0));
        store.champion(Kit.MODEL);
        kit.champion(Versions.compiled(1));
        store.refresh();
        kit.registry.down(true);
        assertThat(gentoo(store.champion(Kit.MODEL))).isEqualTo(Versions.probability(1, Kit.GENTOO));
    }

    @Test
    void anAliasThatWasRemovedIsNoMoreAfterTheNextLook() {
        kit.champion(Versions.compiled(0));
        store.champion(Kit.MODEL);
        kit.point(Alias.CHAMPION, OptionalInt.empty());
        store.refresh();
        assertThatThrownBy(() -> store.champion(Kit.MODEL)).isInstanceOf(NotFoundException.class);
    }

    @Test
    @Tag("F17")
    void anAliasStaysIfItsNextVersionCannotBeLoaded() {
        kit.champion(Versions.compiled(0));
        store.champion(Kit.MODEL);
        kit.champion(Versions.untrue(1));

        store.refresh();

        assertThat(store.champion(Kit.MODEL).version()).isEqualTo(1);
        assertThat(store.troubles()).singleElement().asString().startsWith("penguins@champion stays at v1: Golden row");
        kit.point(Alias.CHAMPION, OptionalInt.of(1));
        store.refresh();
        assertThat(store.troubles()).isEmpty();
    }

    @Test
    @Tag("F16")
    void goesOnForEverIfTheRegistryIsDown() {
        kit.champion(Versions.compiled(0));
        store.champion(Kit.MODEL);
        kit.registry.down(true);
        for (int i = 0; i < 3; i++) {
            kit.pass(Duration.ofDays(30));
            store.refresh();
            assertThat(gentoo(store.champion(Kit.MODEL))).isEqualTo(Versions.probability(0, Kit.GENTOO));
        }
        assertThat(store.troubles()).singleElement().asString().endsWith("The registry is down.");
    }

    @Test
    void whatCouldNotBeLoadedIsNotTriedAgainForAWhile() {
        kit.registry.down(true);
        assertThatThrownBy(() -> store.version(Kit.MODEL, 1)).isInstanceOf(StorageException.class);
        kit.registry.down(false);
        kit.champion(Versions.compiled(0));

        assertThatThrownBy(() -> store.version(Kit.MODEL, 1)).isInstanceOf(StorageException.class);
        assertThat(store.counts().loads()).isEqualTo(1);
        kit.pass(Duration.ofSeconds(6));

        assertThat(store.version(Kit.MODEL, 1).version()).isEqualTo(1);
        assertThat(store.counts().failures()).isEqualTo(1);
    }

    @Test
    void anAliasThatIsNotThereIsNotLookedUpAgainForAWhile() {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> store.champion(Kit.MODEL)).isInstanceOf(NotFoundException.class);
        }
        assertThat(kit.registry.looks()).isEqualTo(1);
        kit.champion(Versions.compiled(0));
        kit.pass(Duration.ofSeconds(6));
        assertThat(store.champion(Kit.MODEL).version()).isEqualTo(1);
    }

    @Test
    void aModelOfAnotherKindIsRefusedWithItsReason() {
        kit.registry.add(Versions.untrue(0));
        assertThatThrownBy(() -> store.version(Kit.MODEL, 1))
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("Golden row");
        assertThat(store.counts().models()).isZero();
    }

    @Test
    void letsGoOfAModelToMakeRoom() {
        withRoomFor(2);
        store.version(Kit.MODEL, 1);
        store.version(Kit.MODEL, 2);
        store.version(Kit.MODEL, 3);

        assertThat(store.counts().evictions()).isEqualTo(1);
        assertThat(store.counts().bytes()).isEqualTo(2 * SIZE);
        assertThat(kit.format.open()).isEqualTo(2);
    }

    @Test
    void whatWasHandedOutLoadsItsModelAgain() {
        withRoomFor(1);
        StoredModel<Penguin, Classification> first = store.version(Kit.MODEL, 1);
        StoredModel<Penguin, Classification> second = store.version(Kit.MODEL, 2);
        for (int i = 0; i < 3; i++) {
            assertThat(gentoo(first)).isEqualTo(ScriptedFormat.probability(1));
            assertThat(gentoo(second)).isEqualTo(ScriptedFormat.probability(2));
            assertThat(first.singleScorer().score(Kit.GENTOO)).isEqualTo(ScriptedFormat.probability(1));
        }
        assertThat(kit.format.open()).isEqualTo(1);
    }

    @Test
    void aModelThatIsLetGoWhileItScoresIsClosedAfterItsLastCall() throws Exception {
        withRoomFor(1);
        StoredModel<Penguin, Classification> first = store.version(Kit.MODEL, 1);
        CountDownLatch scoring = new CountDownLatch(1);
        CountDownLatch evicted = new CountDownLatch(1);
        kit.format.instead.put(1, () -> {
            scoring.countDown();
            await(evicted);
            return ScriptedFormat.answers(1, 1);
        });
        AtomicReference<Double> answer = new AtomicReference<>();
        Thread caller = new Thread(() -> answer.set(gentoo(first)));
        caller.start();
        scoring.await();

        store.version(Kit.MODEL, 2);

        assertThat(kit.format.opened.get(0).closed).as("while it scores").isZero();
        evicted.countDown();
        caller.join();
        assertThat(answer.get()).isEqualTo(ScriptedFormat.probability(1));
        assertThat(kit.format.opened.get(0).closed).as("afterwards").isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aModelThatIsLargerThanTheStoreIsRefused() {
        store = kit.store().limit(SIZE / 2).open();
        kit.registry.add(Versions.foreign(1));
        assertThatThrownBy(() -> store.version(Kit.MODEL, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("penguins v1 has " + SIZE + " bytes")
                .hasMessageContaining("higher limit");
    }

    @Test
    @Tag("F32")
    void aClosedStoreHoldsNothingAndSaysSo() {
        kit.champion(Versions.foreign(1));
        StoredModel<Penguin, Classification> model = store.champion(Kit.MODEL);
        store.close();
        store.close();
        assertThat(kit.format.open()).isZero();
        for (Runnable use :
                new Runnable[] {() -> gentoo(model), () -> store.champion(Kit.MODEL), () -> store.version(Kit.MODEL, 1)
                }) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> kit.store().limit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kit.store().every(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kit.store().rememberFailures(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
