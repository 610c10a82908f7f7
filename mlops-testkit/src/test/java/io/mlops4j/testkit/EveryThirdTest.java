package io.mlops4j.testkit;

import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Split;

// snippet: split
class EveryThirdTest extends SplitContract {

    @Override
    protected Split split() {
        return new EveryThird();
    }

    @Override
    protected Dataset rows() {
        return Passengers.all();
    }
}
// end: split
