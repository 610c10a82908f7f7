package io.mlops4j.testkit;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.prepare.Preprocessor;
import io.mlops4j.api.prepare.PreprocessorFormat;

// snippet: preprocessor
class FillWithMeanTest extends PreprocessorContract {

    @Override
    protected Preprocessor preprocessor() {
        return new FillWithMean("age");
    }

    @Override
    protected PreprocessorFormat format() {
        return new FillWithMeanFormat();
    }

    @Override
    protected Dataset training() {
        return Passengers.all();
    }
}
// end: preprocessor
