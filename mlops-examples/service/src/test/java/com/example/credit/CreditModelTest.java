package com.example.credit;

import static io.mlops4j.testkit.MlopsAssertions.assertThat;

import io.mlops4j.Mlops;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CreditModelTest {

    private static final List<Applicant> APPLICANTS = List.of(
            new Applicant("<0", 24, "existing paid", "new car", 4000, "<100", "1<=X<4", 30, "rent"),
            new Applicant("no checking", 12, "existing paid", "radio/tv", 1500, ">=1000", ">=7", 45, "own"));

    private static Mlops mlops;
    private static Run<Applicant, Classification> run;

    @BeforeAll
    static void train() {
        mlops = Mlops.create();
        run = mlops.run(CreditModel.pipeline(Path.of("data/credit.csv")));
    }

    @AfterAll
    static void close() {
        mlops.close();
    }

    // snippet: model-test
    @Test
    void theModelIsGoodEnough() {
        assertThat(run).isApproved().hasNoWarnings().hasNoRejectedRows();
        assertThat(run.evaluation()).onEverySlice(25).metric("accuracy").isAtLeast(0.5);
    }

    @Test
    void aLongerCreditIsNeverSafer() {
        try (Predictor<Applicant, Classification> predictor = mlops.predictor(run)) {
            assertThat(predictor)
                    .on(APPLICANTS)
                    .isMonotoneIncreasingIn((applicant, months) -> withDuration(applicant, months.intValue()), 6, 12, 24, 48);
        }
    }
    // end: model-test

    private static Applicant withDuration(Applicant a, int months) {
        return new Applicant(
                a.checkingStatus(),
                months,
                a.creditHistory(),
                a.purpose(),
                a.creditAmount(),
                a.savingsStatus(),
                a.employment(),
                a.age(),
                a.housing());
    }
}
