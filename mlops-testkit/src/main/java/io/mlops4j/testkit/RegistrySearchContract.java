package io.mlops4j.testkit;

import static io.mlops4j.api.registry.VersionStanding.APPROVED;
import static io.mlops4j.api.registry.VersionStanding.DELETED;
import static io.mlops4j.api.registry.VersionStanding.PENDING;
import static io.mlops4j.api.registry.VersionStanding.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.evaluate.Averaging;
import io.mlops4j.api.evaluate.MetricKey;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.Page;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionCondition;
import io.mlops4j.api.registry.VersionFacts;
import io.mlops4j.api.registry.VersionOrder;
import io.mlops4j.api.registry.VersionQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a registry knows of its versions, and how they are found. */
abstract class RegistrySearchContract extends RegistryScene {

    private static final VersionFacts FACTS = new VersionFacts(
            List.of(
                    Column.of("sex", ColumnType.CATEGORICAL),
                    Column.of("age", ColumnType.NUMERIC).nullable(true)),
            Map.of(
                    ACCURACY,
                    0.8212290502793296,
                    MetricKey.of("f1", "a \"label\") ☂"),
                    Double.NaN,
                    MetricKey.of("f1", Averaging.MACRO),
                    -0.0,
                    MetricKey.of("log_loss"),
                    Double.POSITIVE_INFINITY),
            Map.of(
                    "training_data", Map.of("fingerprint", "d1", "rows", 275.0),
                    "trainer", Map.of("name", "x", "parameters", Map.of("epochs", 5.0, "bias", true)),
                    "criteria", List.of("accuracy at least 0.78")));
    private static final Origin ORIGIN = new Origin(
            Optional.of("build 4711"),
            Optional.of("9f2c"),
            OptionalInt.of(1),
            Optional.of(new Origin.Baseline(OptionalInt.empty())));

    private ModelVersion register(String model, VersionFacts facts, Origin origin) {
        return registry.register(new Registration(model, bundle("b"), facts, origin, GOOD, ANN, Optional.empty()));
    }

    private List<String> found(VersionQuery query) {
        return registry.find(query).items().stream()
                .map(version -> version.model() + version.number())
                .toList();
    }

    // facts

    @Test
    void remembersTheFactsAndTheOriginOfAVersion() {
        register(1);
        ModelVersion made = register(MODEL, FACTS, ORIGIN);
        assertThat(made.facts()).isEqualTo(FACTS);
        assertThat(made.origin()).isEqualTo(ORIGIN);
        assertThat(registry.version(MODEL, 2)).isEqualTo(made);
        assertThat(registry.find(VersionQuery.all().limit(1)).items()).containsExactly(made);
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    void knowsAParentOnlyIfThereIsOne() {
        register(1);
        Refusal.of(
                "a parent that is not there",
                NotFoundException.class,
                () -> register(MODEL, FACTS, Origin.NONE.parent(2)));
        assertThat(registry.versions(MODEL)).hasSize(1);
        assertThat(register(MODEL, FACTS, Origin.NONE.parent(1)).origin().parent())
                .hasValue(1);
    }

    // tags

    @Test
    void setsChangesAndTakesAwayTags() {
        register(1);
        ModelVersion tagged = registry.tag(MODEL, 1, "team", Optional.of("risk"), BEN);
        assertThat(tagged.tags()).isEqualTo(Map.of("team", "risk"));
        assertThat(registry.version(MODEL, 1)).isEqualTo(tagged);
        registry.tag(MODEL, 1, "stage", Optional.of("trial"), BEN);
        registry.tag(MODEL, 1, "team", Optional.of("fraud"), BEN);
        registry.tag(MODEL, 1, "team", Optional.of("fraud"), ANN);
        assertThat(registry.version(MODEL, 1).tags()).isEqualTo(Map.of("team", "fraud", "stage", "trial"));
        assertThat(found(VersionQuery.all().tagged("team", "fraud").tagged("stage", "trial")))
                .containsExactly("survival1");
        assertThat(found(VersionQuery.all().tagged("team", "risk"))).isEmpty();
        registry.tag(MODEL, 1, "team", Optional.empty(), BEN);
        registry.tag(MODEL, 1, "team", Optional.empty(), BEN);
        assertThat(registry.version(MODEL, 1).tags()).isEqualTo(Map.of("stage", "trial"));
        assertThat(actions()).containsExactly("register", "tag", "tag", "tag", "tag");
        assertThat(registry.verify().broken()).isEmpty();
    }

    @Test
    @Tag("T10")
    void refusesTagsThatAreNone() {
        register(1);
        for (String name : List.of("", ".a", "a b", "a/b", "../x", "a\n", "é", "tag:a", "%", "x".repeat(101))) {
            assertThatIllegalArgumentException()
                    .as("a tag called %s", name)
                    .isThrownBy(() -> registry.tag(MODEL, 1, name, Optional.of("x"), ANN));
        }
        for (String value : List.of("", " ", "a\nb", "\u001b[31m", "x".repeat(501))) {
            assertThatIllegalArgumentException()
                    .as("a tag of the value %s", value)
                    .isThrownBy(() -> registry.tag(MODEL, 1, "team", Optional.of(value), ANN));
        }
        for (int tag = 1; tag <= 50; tag++) {
            registry.tag(MODEL, 1, "t" + tag, Optional.of("'; DROP TABLE x; -- ☂"), ANN);
        }
        assertThatIllegalArgumentException()
                .as("tag 51")
                .isThrownBy(() -> registry.tag(MODEL, 1, "t51", Optional.of("x"), ANN));
        assertThat(registry.version(MODEL, 1).tags()).hasSize(50);
        assertThat(found(VersionQuery.all().tagged("t7", "'; DROP TABLE x; -- ☂")))
                .hasSize(1);
    }

    // search

    @Test
    void findsTheNewestFirst() {
        measured("b", 0.1);
        measured("a", 0.2);
        measured("b", 0.3);
        assertThat(found(VersionQuery.all())).containsExactly("b2", "a1", "b1");
        assertThat(found(VersionQuery.all().order(new VersionOrder.Oldest()))).containsExactly("b1", "a1", "b2");
    }

    @Test
    void findsByModelAndByTheBeginningOfItsName() {
        measured("fare", 0.1);
        measured("fares", 0.2);
        measured("Fares", 0.3);
        measured("fa_res", 0.4);
        assertThat(found(VersionQuery.all().ofModel("fare"))).containsExactly("fare1");
        assertThat(found(VersionQuery.all().ofModels("fare"))).containsExactly("fares1", "fare1");
        assertThat(found(VersionQuery.all().ofModels("fa_"))).containsExactly("fa_res1");
        assertThat(found(VersionQuery.all().ofModels(""))).hasSize(4);
        for (String hostile : List.of("%", "_", "' OR '1'='1", "fare'; --", "${x}", ":p0", "?")) {
            assertThat(found(VersionQuery.all().ofModels(hostile))).isEmpty();
            assertThat(found(VersionQuery.all().ofModel(hostile))).isEmpty();
            assertThat(found(VersionQuery.all().tagged(hostile, hostile))).isEmpty();
        }
    }

    @Test
    void findsByAMetricTheBestFirst() {
        measured("m", 0.8);
        measured("m", 0.9);
        measured("m", Double.NaN);
        measured("m", 0.7);
        measured("m", 0.8);
        register("m", VersionFacts.NONE, Origin.NONE);
        assertThat(found(VersionQuery.all().atLeast(ACCURACY, 0.8))).containsExactly("m2", "m5", "m1");
        assertThat(found(VersionQuery.all().atMost(ACCURACY, 0.8))).containsExactly("m4", "m1", "m5");
        assertThat(found(VersionQuery.all().atLeast(ACCURACY, 0.75).atMost(ACCURACY, 0.85)))
                .containsExactly("m1", "m5");
        assertThat(found(VersionQuery.all().atLeast(ACCURACY, 0.8).order(new VersionOrder.Newest())))
                .containsExactly("m5", "m2", "m1");
        assertThat(found(VersionQuery.all().atLeast(MetricKey.of("f1"), 0))).isEmpty();
        assertThat(found(VersionQuery.all().order(new VersionOrder.Highest(ACCURACY))))
                .containsExactly("m2", "m5", "m1", "m4");
    }

    @Test
    void findsByStanding() {
        register(4);
        registry.approve(MODEL, 1, ANN);
        registry.reject(MODEL, 2, ANN);
        registry.delete(MODEL, 4, ANN);
        assertThat(found(VersionQuery.all())).containsExactly("survival3", "survival2", "survival1");
        assertThat(found(VersionQuery.all().in(PENDING))).containsExactly("survival3");
        assertThat(found(VersionQuery.all().in(APPROVED, REJECTED))).containsExactly("survival2", "survival1");
        assertThat(found(VersionQuery.all().in(DELETED))).containsExactly("survival4");
        assertThat(found(VersionQuery.all().in(APPROVED).in(REJECTED))).isEmpty();
    }

    @Test
    void findsByTimeFromTheFirstInstantToBeforeTheLast() {
        register(1);
        clock.advance(Duration.ofSeconds(10));
        register(1);
        Instant second = START.plusSeconds(10);
        assertThat(found(VersionQuery.all().registeredBetween(START, second))).containsExactly("survival1");
        assertThat(found(VersionQuery.all().registeredBetween(START.plusNanos(1), second.plusNanos(1))))
                .containsExactly("survival2");
        assertThat(found(VersionQuery.all().registeredBetween(Instant.MIN, Instant.MAX)))
                .hasSize(2);
    }

    @Test
    void findsByWhereItComesFrom() {
        register(1);
        register(MODEL, FACTS, ORIGIN);
        for (VersionCondition condition : List.of(
                new VersionCondition.FromRun("build 4711"),
                new VersionCondition.FromCommit("9f2c"),
                new VersionCondition.TrainedOn("d1"),
                new VersionCondition.WithDigest(bundle("b").digest()))) {
            assertThat(found(VersionQuery.all().where(condition)))
                    .as("%s", condition)
                    .containsExactly("survival2");
        }
        assertThat(found(VersionQuery.all().where(new VersionCondition.FromRun("9f2c"))))
                .isEmpty();
    }

    @Test
    @Tag("F15")
    void givesEachVersionOnceOverAllPagesWhateverIsRegisteredMeanwhile() {
        for (int version = 0; version < 10; version++) {
            measured("m", version % 3);
            registry.tag("m", version + 1, "team", Optional.of("risk"), ANN);
        }
        for (VersionQuery query : List.of(
                VersionQuery.all(),
                VersionQuery.all().tagged("team", "risk"),
                VersionQuery.all().ofModel("m").order(new VersionOrder.Highest(ACCURACY)),
                VersionQuery.all().tagged("team", "risk").atLeast(ACCURACY, 0),
                VersionQuery.all().in(PENDING))) {
            List<String> all = found(query);
            List<String> paged = new ArrayList<>();
            VersionQuery next = query.limit(3);
            for (int page = 0; page < 4; page++) {
                Page<ModelVersion> part = registry.find(next);
                part.items().forEach(version -> paged.add(version.model() + version.number()));
                measured("m", 7); // comes before what was seen already
                next = part.next().map(next::after).orElse(next);
                assertThat(part.next().isPresent())
                        .as("whether page %s is not the last", page)
                        .isEqualTo(page < 3);
            }
            assertThat(paged).as("all pages of %s", query).isEqualTo(all);
            registry.find(VersionQuery.all().atLeast(ACCURACY, 7))
                    .items()
                    .forEach(version -> registry.delete("m", version.number(), ANN));
        }
    }

    @Test
    void goesUpAPageAtATime() {
        for (int version = 0; version < 5; version++) {
            measured("m", version % 2 == 0 ? -1e300 : 2);
        }
        for (VersionOrder order : List.of(new VersionOrder.Oldest(), new VersionOrder.Lowest(ACCURACY))) {
            VersionQuery query = VersionQuery.all().order(order);
            List<String> all = found(query);
            Page<ModelVersion> first = registry.find(query.limit(2));
            assertThat(found(query.after(first.next().orElseThrow()))).isEqualTo(all.subList(2, 5));
        }
    }

    @Test
    void refusesToGoOnAfterWhatWasNoPage() {
        register(3);
        measured("m", 1);
        measured("m", 1);
        String end = registry.find(VersionQuery.all().limit(1)).next().orElseThrow();
        String other = registry.find(VersionQuery.all().atLeast(ACCURACY, 0).limit(1))
                .next()
                .orElseThrow();
        for (VersionQuery query : List.of(
                VersionQuery.all().after(""),
                VersionQuery.all().after("x' OR 1=1"),
                VersionQuery.all().after(other),
                VersionQuery.all().atLeast(ACCURACY, 0).after(end))) {
            assertThatIllegalArgumentException().as("after %s", query.after()).isThrownBy(() -> registry.find(query));
        }
    }
}
