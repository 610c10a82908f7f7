package io.mlops4j.deploy;

import static io.mlops4j.api.data.Percent.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.Route;
import io.mlops4j.api.deploy.Rung;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who answers if somebody cannot. Version 1 was champion before, version 2 is, version 3 gets every row as a challenger. */
class LadderTest {

    private static final Classification RULE =
            Classification.wrap(Versions.TRAINED.classes().orElseThrow(), new double[] {0.75, 0.25});

    private final Kit kit = new Kit();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("throws", (Supplier<double[]>) () -> {
                    throw new IllegalStateException("out of order");
                }),
                Arguments.of("gives null", (Supplier<double[]>) () -> null),
                Arguments.of("gives NaN", (Supplier<double[]>) () -> new double[] {Double.NaN, 0.5}),
                Arguments.of("gives infinity", (Supplier<double[]>) () -> new double[] {0, Double.POSITIVE_INFINITY}),
                Arguments.of("gives too little", (Supplier<double[]>) () -> new double[1]),
                Arguments.of("recurses for ever", (Supplier<double[]>) LadderTest::recurse),
                Arguments.of("is not there", (Supplier<double[]>) () -> {
                    throw new NoClassDefFoundError("org/gone/Native");
                }));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static double[] recurse() {
        return recurse().clone();
    }

    private Deployment<Penguin, Classification> live;

    @BeforeEach
    void open() {
        live = deployed(kit.builder());
    }

    private Deployment<Penguin, Classification> deployed(DeploymentBuilder<Penguin, Classification> builder) {
        Kit own = kit;
        own.champion(Versions.foreign(1));
        Deployment<Penguin, Classification> opened =
                builder.challenger(Rollouts.canary(percent(100))).open();
        own.champion(Versions.foreign(2));
        opened.refresh();
        own.challenger(Versions.foreign(3));
        opened.refresh();
        return opened;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    @Tag("F19")
    @Tag("F20")
    @Tag("T14")
    void aChallengerThatFailsIsNotNoticedByTheCaller(String how, Supplier<double[]> failure) {
        kit.format.instead.put(3, failure);

        Served<Classification> served = live.predict(Kit.GENTOO);

        assertThat(served.answer().probability("Gentoo")).isEqualTo(ScriptedFormat.probability(2));
        assertThat(served.version()).isEqualTo(2);
        assertThat(served.route()).isEqualTo(Route.CHALLENGER);
        assertThat(served.rung()).isEqualTo(Rung.CHAMPION);
        assertThat(live.status().challenger()).hasValueSatisfying(tried -> {
            assertThat(tried.failures()).isEqualTo(1);
            assertThat(tried.predictions()).isZero();
        });
        assertThat(live.status().champion().predictions()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    @Tag("F19")
    void thePreviousVersionAnswersIfTheChampionFailsToo(String how, Supplier<double[]> failure) {
        kit.format.instead.put(3, failure);
        kit.format.instead.put(2, failure);

        Served<Classification> served = live.predict(Kit.GENTOO);

        assertThat(served.version()).isEqualTo(1);
        assertThat(served.rung()).isEqualTo(Rung.PREVIOUS);
        assertThat(live.status().champion().failures()).isEqualTo(1);
    }

    private void failAll() {
        for (int script = 1; script <= 3; script++) {
            kit.format.instead.put(script, () -> {
                throw new IllegalStateException("secret of the row");
            });
        }
    }

    @Test
    @Tag("F19")
    void withoutAFallbackTheCallerGetsAnErrorThatNamesNoData() {
        failAll();

        assertThatThrownBy(() -> live.predict(Kit.GENTOO))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageContainingAll("None of the 3 versions", "IllegalStateException")
                .hasMessageNotContaining("secret")
                .satisfies(error -> assertThat(error.getSuppressed()).hasSize(2));
        assertThat(live.status().unanswered()).isEqualTo(1);
    }

    @Test
    @Tag("F19")
    void theFallbackAnswersLastAndIsCounted() {
        Kit other = new Kit();
        other.champion(Versions.foreign(1));
        other.format.instead.put(1, () -> Versions.TRAINED.golden().answers());
        try (Deployment<Penguin, Classification> guarded =
                other.builder().version(version(other)).fallback(row -> RULE).open()) {
            other.format.instead.put(1, () -> null);

            Served<Classification> served = guarded.predict(Kit.GENTOO);

            assertThat(served.answer()).isSameAs(RULE);
            assertThat(served.version()).isZero();
            assertThat(served.rung()).isEqualTo(Rung.FALLBACK);
            assertThat(guarded.status().fallbacks()).isEqualTo(1);
            assertThat(guarded.status().unanswered()).isZero();
            assertThat(served)
                    .hasToString(
                            "Adelie (0.7500) by fallback #" + io.mlops4j.api.deploy.PredictionId.format(served.id()));
        }
    }

    private static int version(Kit other) {
        other.format.instead.remove(1);
        return 1;
    }

    @Test
    @Tag("F19")
    @Tag("F29")
    void aFallbackThatThrowsOrGivesNullIsAnErrorOfItsOwn() {
        Kit other = new Kit();
        other.champion(Versions.foreign(1));
        try (Deployment<Penguin, Classification> guarded = other.builder()
                .fallback(row -> {
                    if (row.sex() == null) {
                        return null;
                    }
                    throw new IllegalStateException("rule");
                })
                .open()) {
            other.format.instead.put(1, () -> null);

            assertThatThrownBy(() -> guarded.predict(Kit.GENTOO))
                    .isInstanceOf(PredictionFailedException.class)
                    .hasMessageContaining("the fallback threw")
                    .hasRootCauseMessage("rule");
            assertThatThrownBy(() -> guarded.predict(Kit.ADELIE)).hasMessageContaining("the fallback gave null");
            assertThat(guarded.status().unanswered()).isEqualTo(2);
        }
    }

    @Test
    @Tag("T18")
    void aRowThatIsWrongGoesBackToTheCallerAtOnce() {
        Penguin broken = new Penguin(Double.NaN, 219, "Biscoe", "male");

        assertThatThrownBy(() -> live.predict(broken))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("mass");
        assertThatThrownBy(() -> live.predict(null)).isInstanceOf(InvalidDataException.class);

        assertThat(live.status().refused()).isEqualTo(2);
        assertThat(live.status().challenger())
                .hasValueSatisfying(tried -> assertThat(tried.failures()).isZero());
        assertThat(live.status().unanswered()).isZero();
        assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(3);
    }

    @Test
    void whatSaysThatTheJvmIsInNeedIsNotHidden() {
        kit.format.instead.put(3, () -> {
            throw new OutOfMemoryError("made up");
        });
        assertThatThrownBy(() -> live.predict(Kit.GENTOO)).isInstanceOf(OutOfMemoryError.class);
        kit.format.instead.clear();
        assertThat(live.predict(Kit.GENTOO).version()).isEqualTo(3);
    }

    @Test
    void theSameErrorThrownAgainAndAgainGathersNothing() {
        IllegalStateException same = new IllegalStateException("always the same");
        for (int script = 1; script <= 3; script++) {
            kit.format.instead.put(script, () -> {
                throw same;
            });
        }
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> live.predict(Kit.GENTOO)).isInstanceOf(PredictionFailedException.class);
        }
        assertThat(same.getSuppressed()).isEmpty();
    }
}
