package io.mlops4j.api.pipeline;

import io.mlops4j.api.check.Expectation;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.evaluate.Criterion;
import io.mlops4j.api.evaluate.Metric;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.train.Target;
import io.mlops4j.api.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been declared so far. */
final class PipelineDraft<I, Y extends Prediction> {

    final String name;
    final DataSource<I> source;
    final Target<Y> target;
    /** Columns with roles other than feature and target, in the order of their declaration. */
    final List<Column> roles = new ArrayList<>();

    final List<Expectation> expectations = new ArrayList<>();
    final List<Preprocessor> preprocessors = new ArrayList<>();
    final List<Metric<Y>> metrics = new ArrayList<>();
    final List<String> slices = new ArrayList<>();
    final List<Criterion<Y>> criteria = new ArrayList<>();

    @Nullable
    Split split;

    @Nullable
    Trainer<? super Y> trainer;

    PipelineDraft(String name, DataSource<I> source, Target<Y> target) {
        this.name = name;
        this.source = source;
        this.target = target;
    }
}
