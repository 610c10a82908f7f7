package io.mlops4j.deploy;

import static io.mlops4j.deploy.Kit.gentoo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.deploy.SwapFailure;
import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.error.SchemaException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.error.UnsupportedModelException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.data.Rows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import io.mlops4j.pipeline.PenguinRows.Unmeasured;
import io.mlops4j.prepare.PreprocessorFormats;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How one version becomes another. */
class SwapTest {

    private final Kit kit = new Kit();

    @Test
    void answersWithTheVersionThatTheAliasNames() {
        kit.champion(Versions.compiled(0.5));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            Served<Classification> served = live.predict(Kit.GENTOO);

            assertThat(served.answer().probability("Gentoo")).isEqualTo(Versions.probability(0.5, Kit.GENTOO));
            assertThat(served.version()).isEqualTo(1);
            assertThat(served.route()).isEqualTo(Route.CHAMPION);
            assertThat(served.rung()).isEqualTo(Rung.CHAMPION);
            assertThat(live.status().champion().predictions()).isEqualTo(1);
            assertThat(live.model()).isEqualTo("penguins");
        }
    }

    @Test
    void aForeignModelThatDoesNotFitTheRowsIsClosedAgain() {
        kit.champion(Versions.foreign(1));
        var builder = new DeploymentBuilder<>(
                Kit.MODEL,
                Rows.of(Unmeasured.class),
                Classification.class,
                () -> kit.registry,
                Bundles.reader(PreprocessorFormats.builtIn(List.of())),
                kit.environment(),
                () -> kit.scheduler);

        assertThatThrownBy(builder::open).isInstanceOf(SchemaException.class).hasMessageContaining("column mass");

        assertThat(kit.format.opened).hasSize(1);
        assertThat(kit.format.open()).isZero();
    }

    @Test
    void followsTheAliasAndLeavesAReceiptOfEveryStep() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.champion(Versions.compiled(1));
            kit.pass(Duration.ofMinutes(1));
            live.refresh();

            assertThat(gentoo(live)).isEqualTo(Versions.probability(1, Kit.GENTOO));
            SwapReceipt receipt = live.status().receipts().get(1);
            assertThat(receipt.from()).hasValue(1);
            assertThat(receipt.to()).hasValue(2);
            assertThat(receipt.digest()).isEqualTo(Versions.compiled(1).digest());
            assertThat(receipt.at()).isEqualTo(kit.clock.instant());
            assertThat(receipt.reason()).isEqualTo("ada: release");
            assertThat(receipt.checks())
                    .extracting(SwapReceipt.Check::name)
                    .containsExactly("load", "digest", "schema", "golden rows", "warm");
            assertThat(receipt.took()).isPositive();
            assertThat(kit.events.events(LifecycleEvent.Swapped.class))
                    .extracting(LifecycleEvent.Swapped::receipt)
                    .containsExactlyElementsOf(live.status().receipts());
            assertThat(live.status().champion().since()).isEqualTo(kit.clock.instant());
            assertThat(live.status().previous())
                    .hasValueSatisfying(
                            previous -> assertThat(previous.version()).isEqualTo(1));
        }
    }

    @Test
    void nothingNewCostsNoLoadAndNoEvent() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.events.clear();
            for (int i = 0; i < 10; i++) {
                live.refresh();
            }
            assertThat(kit.registry.reads()).isEqualTo(1);
            assertThat(kit.events.events()).isEmpty();
        }
    }

    @Test
    void goesBackToThePreviousVersionWithoutLoadingIt() {
        kit.champion(Versions.compiled(0));
        kit.champion(Versions.compiled(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.point(Alias.CHAMPION, OptionalInt.of(1));
            live.refresh();
            int reads = kit.registry.reads();

            AliasMove move = live.rollback("support ticket 4711");

            assertThat(move.decision().toString()).isEqualTo("deployment: support ticket 4711");
            assertThat(kit.registry
                            .alias(Kit.MODEL, Alias.CHAMPION)
                            .orElseThrow()
                            .version())
                    .isEqualTo(2);
            assertThat(gentoo(live)).isEqualTo(Versions.probability(1, Kit.GENTOO));
            assertThat(kit.registry.reads()).isEqualTo(reads);
        }
    }

    @Test
    void withoutAVersionToGoBackToARollbackSaysSo() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            assertThatThrownBy(() -> live.rollback("because")).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> live.promote("because"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("no challenger");
            assertThat(gentoo(live)).isEqualTo(Versions.probability(0, Kit.GENTOO));
        }
    }

    @Test
    @Tag("F17")
    void aVersionWithFalseGoldenRowsIsNotSwappedInAndTriedAgainWithPauses() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.champion(Versions.untrue(1));
            kit.events.clear();
            live.refresh();
            live.refresh();

            assertThat(gentoo(live)).isEqualTo(Versions.probability(0, Kit.GENTOO));
            SwapFailure failure = live.status().failures().get(0);
            assertThat(failure.step()).isEqualTo("golden rows");
            assertThat(failure.reason()).contains("Golden row 0");
            assertThat(failure.version()).isEqualTo(2);
            assertThat(failure.attempts()).isEqualTo(1);

            kit.pass(Duration.ofSeconds(10));
            live.refresh();
            kit.pass(Duration.ofSeconds(10));
            live.refresh();
            assertThat(live.status().failures().get(0).attempts()).isEqualTo(2);
            assertThat(kit.events.events(LifecycleEvent.SwapFailed.class)).hasSize(1);

            kit.pass(Duration.ofSeconds(10));
            live.refresh();
            assertThat(live.status().failures().get(0).attempts()).isEqualTo(3);
        }
    }

    @Test
    @Tag("F17")
    @Tag("T03")
    void anAlteredBundleIsNotSwappedInUntilItIsMended() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            byte[] altered = Versions.compiled(1).content().bytes();
            altered[altered.length / 2] ^= 1;
            int version = kit.champion(Versions.compiled(1));
            kit.registry.replace(version, BundleContent.of(altered));
            live.refresh();

            assertThat(live.status().failures()).extracting(SwapFailure::step).containsExactly("digest");
            assertThat(gentoo(live)).isEqualTo(Versions.probability(0, Kit.GENTOO));

            kit.registry.replace(version, Versions.compiled(1).content());
            kit.pass(Duration.ofSeconds(10));
            live.refresh();

            assertThat(gentoo(live)).isEqualTo(Versions.probability(1, Kit.GENTOO));
            assertThat(live.status().failures()).isEmpty();
        }
    }

    @Test
    @Tag("F17")
    void aFailureIsForgottenWhenTheAliasGoesElsewhere() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.champion(Versions.untrue(1));
            live.refresh();
            kit.point(Alias.CHAMPION, OptionalInt.of(1));
            live.refresh();

            assertThat(live.status().failures()).isEmpty();
        }
    }

    @Test
    @Tag("F27")
    void aClockThatGoesBackDoesNotMakeThePauseLonger() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.champion(Versions.untrue(1));
            live.refresh();
            kit.clock.advance(Duration.ofHours(-3));
            live.refresh();

            assertThat(live.status().failures().get(0).attempts()).isEqualTo(2);
        }
    }

    @Test
    @Tag("F16")
    void withoutARegistryWhatIsLiveStays() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.champion(Versions.compiled(1));
            kit.registry.down(true);
            kit.events.clear();
            for (int day = 0; day < 365; day++) {
                kit.pass(Duration.ofDays(1));
                live.refresh();
                assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            }
            assertThat(live.status().registryError()).contains("The registry is down.");
            assertThat(kit.events.events(LifecycleEvent.RegistryUnreachable.class))
                    .hasSize(1);

            kit.registry.down(false);
            live.refresh();
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(2);
            assertThat(live.status().registryError()).isEmpty();
        }
    }

    @Test
    @Tag("F21")
    void aFlappingRegistryIsReportedForEachOutageAndSwapsNothingTwice() {
        kit.champion(Versions.compiled(0));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            kit.events.clear();
            for (int i = 0; i < 20; i++) {
                kit.registry.down(i % 2 == 0);
                live.refresh();
            }
            assertThat(kit.events.events(LifecycleEvent.RegistryUnreachable.class))
                    .hasSize(10);
            assertThat(kit.events.events(LifecycleEvent.Swapped.class)).isEmpty();
        }
    }

    @Test
    @Tag("F16")
    void withoutARegistryAtTheStartItFailsFast() {
        kit.champion(Versions.compiled(0));
        kit.registry.down(true);
        assertThatThrownBy(() -> kit.builder().open()).isInstanceOf(StorageException.class);
    }

    @Test
    void withoutAChampionItSaysWhatToDo() {
        kit.registry.add(Versions.compiled(0));
        assertThatThrownBy(() -> kit.builder().open())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("'champion'");
    }

    @Test
    @Tag("F17")
    void aFirstVersionThatIsNotSoundIsRefusedWithItsOwnError() {
        kit.champion(Versions.untrue(0));
        assertThatThrownBy(() -> kit.builder().open())
                .isInstanceOf(UnsupportedModelException.class)
                .hasMessageContaining("Golden row");

        kit.registry.replace(1, Versions.compiled(0).content());
        assertThatThrownBy(() -> kit.builder().open())
                .isInstanceOf(CorruptArtifactException.class)
                .hasMessageContaining("digest");
    }

    @Test
    void aFixedVersionFollowsNothing() {
        kit.registry.add(Versions.compiled(0));
        kit.champion(Versions.compiled(1));
        try (Deployment<Penguin, Classification> live = kit.builder().version(1).open()) {
            live.refresh();
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            assertThatThrownBy(() -> live.rollback("because"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("fixed");
        }
        assertThatThrownBy(() -> kit.builder()
                        .rollout(2, Rollouts.allAtOnce())
                        .version(1)
                        .open())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherAliasIsFollowedLikeTheUsualOne() {
        int version = kit.registry.add(Versions.compiled(0));
        kit.point("eu", OptionalInt.of(version));
        try (Deployment<Penguin, Classification> live =
                kit.builder().alias("eu").open()) {
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
        }
    }

    @Test
    void allAtOnceMovesTheAliasAndSaysWho() {
        kit.champion(Versions.compiled(0));
        int next = kit.registry.add(Versions.compiled(1));
        try (Deployment<Penguin, Classification> live = kit.builder()
                .rollout(next, Rollouts.allAtOnce())
                .actor("checkout")
                .open()) {
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(2);
            Alias alias = kit.registry.alias(Kit.MODEL, Alias.CHAMPION).orElseThrow();
            assertThat(alias.version()).isEqualTo(2);
            assertThat(alias.decision().toString()).isEqualTo("checkout: deployed all at once");
        }
    }

    @Test
    void aWatcherTakesBackOnlyTheVersionThatItWatched() {
        kit.champion(Versions.compiled(0));
        kit.champion(Versions.compiled(1));
        try (Deployment<Penguin, Classification> live = kit.builder().open()) {
            io.mlops4j.watch.Watched watched = (io.mlops4j.watch.Watched) live;
            assertThatThrownBy(() -> watched.rollback(1, "drift"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("v2");
            watched.rollback(2, "drift");
            assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(1);
            assertThat(watched.champion().version()).isEqualTo(1);
        }
    }
}
