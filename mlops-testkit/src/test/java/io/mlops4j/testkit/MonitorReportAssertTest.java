package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static io.mlops4j.testkit.MlopsAssertions.assertThat;

import io.mlops4j.api.monitor.ColumnDrift.State;
import io.mlops4j.api.monitor.MonitorReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorReportAssertTest {

    private static final MonitorReport DRIFTED =
            Reports.report(List.of(Reports.BREACH), List.of(), State.DRIFTED, State.DRIFTED, State.STABLE);
    private static final MonitorReport STABLE = Reports.report(List.of(), List.of(), State.STABLE, State.STABLE);
    private static final MonitorReport SMALL =
            Reports.report(List.of(), List.of(Reports.DRIFT), State.NOT_ENOUGH_DATA, State.NOT_ENOUGH_DATA);

    @Test
    void knowsWhichColumnsHaveMoved() {
        assertThat(DRIFTED).hasEnoughData().hasDriftOnlyIn("fare", "age").broke("drift");
        assertThat(STABLE).hasNoDrift().hasDriftOnlyIn().brokeNothing();
        assertThat(SMALL).hasTooLittleData();
        assertThat(DRIFTED).column("sex").isStable();
        assertThat(DRIFTED).column("age").hasDrifted().hasCount("(unseen)", 3);
        assertThat(DRIFTED).column("(score)").isStable();
        assertThat(SMALL).column("age").hasTooLittleData();
    }

    @Test
    void saysWhatMovedInstead() {
        messageOf(() -> assertThat(DRIFTED).hasDriftOnlyIn("age"))
                .startsWith("Expected drift in [age] only, but found it in [age, fare]\n  - age: drifted, PSI 0.310");
        messageOf(() -> assertThat(DRIFTED).hasNoDrift()).startsWith("Expected no drift, but found it in [age, fare]");
        messageOf(() -> assertThat(DRIFTED).column("age").isStable())
                .isEqualTo("Expected column 'age' to be stable, but found age: drifted, PSI 0.310, p 0.31");
        messageOf(() -> assertThat(DRIFTED).column("age").hasCount("(unseen)", 4))
                .contains("but there are 3");
        messageOf(() -> assertThat(DRIFTED).column("age").hasCount("(other)", 4))
                .contains("there are [(unseen)]");
        messageOf(() -> assertThat(DRIFTED).column("name")).contains("watched are [age, fare, sex, (score)]");
    }

    @Test
    void doesNotTakeTooLittleDataForTheAbsenceOfDrift() {
        messageOf(() -> assertThat(SMALL).hasNoDrift())
                .isEqualTo("Expected enough data, but of 500 rows nothing can be said about [age, fare]");
        messageOf(() -> assertThat(SMALL).hasDriftOnlyIn()).startsWith("Expected enough data");
        messageOf(() -> assertThat(SMALL).brokeNothing()).contains("not known yet [drift above 0.2]");
        messageOf(() -> assertThat(STABLE).hasTooLittleData()).contains("500 rows were enough to say");
    }

    @Test
    void saysWhichLimitsWereBroken() {
        messageOf(() -> assertThat(DRIFTED).broke("accuracy"))
                .startsWith("Expected a broken limit on accuracy, but broken are [drift above 0.2: 0.3100 in [age");
        messageOf(() -> assertThat(DRIFTED).brokeNothing()).startsWith("Expected no broken limit");
    }

    @Test
    void knowsWhatAnAlertIsAbout() {
        assertThat(Reports.ALERT).isAbout("drift").namesOnly("fare", "age").isOfVersion(2);
        messageOf(() -> assertThat(Reports.ALERT).isAbout("accuracy"))
                .startsWith("Expected an alert about accuracy, but it says: survival v2, 500 rows: drift above 0.2");
        messageOf(() -> assertThat(Reports.ALERT).namesOnly("age")).startsWith("Expected an alert that names [age]");
        messageOf(() -> assertThat(Reports.ALERT).isOfVersion(1)).contains("it is about 2");
    }
}
