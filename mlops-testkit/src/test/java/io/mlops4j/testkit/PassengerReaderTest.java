package io.mlops4j.testkit;

import io.mlops4j.api.data.RowReader;
import java.util.List;

// snippet: reader
class PassengerReaderTest extends RowReaderContract<Passenger> {

    @Override
    protected RowReader<Passenger> reader() {
        return new PassengerReader();
    }

    @Override
    protected List<Passenger> samples() {
        return List.of(new Passenger("female", 29.0, 211.5), new Passenger("male", null, 8.05));
    }
}
// end: reader
