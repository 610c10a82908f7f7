package com.example.credit;

import static io.mlops4j.api.data.Columns.categorical;
import static io.mlops4j.api.data.Columns.numeric;
import static io.mlops4j.api.data.Percent.percent;
import static io.mlops4j.api.train.Target.category;
import static io.mlops4j.check.Checks.between;
import static io.mlops4j.check.Checks.oneOf;
import static io.mlops4j.data.Splits.stratified;
import static io.mlops4j.evaluate.Metrics.accuracy;
import static io.mlops4j.evaluate.Metrics.rocAuc;
import static io.mlops4j.prepare.Preprocessors.oneHot;
import static io.mlops4j.prepare.Preprocessors.standardize;

import io.mlops4j.api.data.RowReader;
import io.mlops4j.api.pipeline.Pipeline;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.data.Csv;
import io.mlops4j.data.Rows;
import io.mlops4j.tribuo.Tribuo;
import java.nio.file.Path;

/** How the model of the desk is made: the one place that says so. */
final class CreditModel {

    static final String NAME = "credit";
    static final RowReader<Applicant> APPLICANTS = Rows.of(Applicant.class).snakeCase();

    private CreditModel() {}

    // snippet: pipeline
    static Pipeline<Applicant, Classification> pipeline(Path csv) {
        return Pipeline.named(NAME)
                .source(Csv.file(csv).rows(APPLICANTS))
                .target(category("class").positive("bad"))
                .validate(between("age", 18, 100), between("duration", 1, 120), oneOf("housing", "own", "rent", "for free"))
                .split(stratified(percent(75)).seed(7))
                .preprocess(standardize(numeric()), oneHot(categorical()))
                .train(Tribuo.logisticRegression().epochs(20).seed(7))
                .evaluate(accuracy(), rocAuc())
                .slicedBy("housing")
                .require(rocAuc().atLeast(0.70), rocAuc().noWorseThanChampion())
                .build();
    }
    // end: pipeline
}
