package com.example.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.Mlops;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.testkit.MlopsExtension;
import io.mlops4j.testkit.TestWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreditDeskTest {

    private static final Path CSV = Path.of("data/credit.csv");

    // snippet: world
    @RegisterExtension
    final MlopsExtension<Mlops> given = MlopsExtension.of(world -> Mlops.builder()
            .home(world.home())
            .clock(world.clock())
            .ticker(world::nanoTime)
            .scheduler(world.scheduler())
            .build());
    // end: world

    private final List<Alert> alerts = new ArrayList<>();

    private CreditDesk desk(Mlops mlops) {
        CreditDesk.first(mlops, CSV, Decision.by("anna", "checked by the risk team"));
        return new CreditDesk(mlops, alerts::add);
    }

    @Test
    void theDeskDecidesAndRemembersWhichModelDid(Mlops mlops) {
        try (CreditDesk desk = desk(mlops)) {
            Served<Classification> answer = desk.decide(applicants().get(0));
            desk.paidBack(answer.id(), true);

            assertThat(answer.version()).isEqualTo(1);
            assertThat(answer.answer().label()).isIn("good", "bad");
        }
    }

    // snippet: drift-test
    @Test
    void olderApplicantsRaiseAnAlertThatNamesTheColumn(Mlops mlops, TestWorld world) {
        try (CreditDesk desk = desk(mlops)) {
            applicants().forEach(desk::decide);
            world.scheduler().advance(Duration.ofHours(1));
            assertThat(alerts).isEmpty();

            applicants().stream().map(CreditDeskTest::older).forEach(desk::decide);
            world.scheduler().advance(Duration.ofHours(1));

            assertThat(alerts)
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.breach().columns()).containsExactly("age"));
        }
    }

    @Test
    void aRetrainedModelIsTriedForADayAndThenLive(Mlops mlops, TestWorld world) {
        try (CreditDesk desk = desk(mlops)) {
            ModelVersion version = desk.retrain(CSV);
            for (int round = 0; round < 5; round++) {
                applicants().forEach(desk::decide);
            }
            assertThat(desk.status().champion().version()).isEqualTo(1);

            world.scheduler().advance(Duration.ofDays(1).plusMinutes(1));
            assertThat(desk.status().champion().version()).isEqualTo(version.number());

            desk.rollback("too many complaints");
            assertThat(desk.decide(applicants().get(0)).version()).isEqualTo(1);
        }
    }
    // end: drift-test

    @Test
    void withoutAModelTheDeskDoesNotOpen(Mlops mlops) {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> new CreditDesk(mlops, alerts::add))
                .withMessageContaining("credit");
    }

    private static Applicant older(Applicant a) {
        return new Applicant(
                a.checkingStatus(),
                a.duration(),
                a.creditHistory(),
                a.purpose(),
                a.creditAmount(),
                a.savingsStatus(),
                a.employment(),
                a.age() + 12,
                a.housing());
    }

    private static List<Applicant> applicants() {
        try {
            return Files.readAllLines(CSV).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cell -> new Applicant(
                            cell[0],
                            Integer.parseInt(cell[1]),
                            cell[2],
                            cell[3],
                            Double.parseDouble(cell[4]),
                            cell[5],
                            cell[6],
                            Integer.parseInt(cell[12]),
                            cell[14]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
