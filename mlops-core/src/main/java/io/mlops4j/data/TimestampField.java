package io.mlops4j.data;

import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.TimestampValues;
import java.time.ZoneId;
import java.util.Optional;

/** A field that holds an instant. */
record TimestampField(int position, Optional<ZoneId> zone) implements FieldParser {

    @Override
    public boolean parse(char[] text, int from, int to, RowBuffer row) {
        long nanos = TimestampText.nanos(text, from, to, zone);
        row.time(position, nanos);
        return nanos != TimestampValues.MISSING;
    }

    @Override
    public String expected() {
        return "a timestamp such as 2024-05-31T12:00:00Z in the years 1677 to 2262"
                + (zone.isPresent() ? "" : "; one without an offset needs zone(…)");
    }
}
