package io.mlops4j.testkit;

import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Schema;

// snippet: source
class PassengerSourceTest extends DataSourceContract<Passenger> {

    @Override
    protected DataSource<Passenger> source() {
        return new PassengerSource(Passengers.file());
    }

    @Override
    protected Schema wanted() {
        return Passengers.WITH_TARGET;
    }
}
// end: source
