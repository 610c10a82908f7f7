package io.mlops4j.prepare;

import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.prepare.ColumnMap;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Gives a category its place in the order. */
record OrdinalMap(String column, Dictionary categories, OptionalDouble unseenAs) implements ColumnMap.Encoding {

    static OrdinalMap of(OrdinalColumn learned) {
        return new OrdinalMap(learned.column(), Dictionary.of(learned.categories()), learned.unseenAs());
    }

    @Override
    public double apply(@Nullable String value) {
        if (value == null) {
            return Double.NaN;
        }
        int code = categories.code(value);
        if (code >= 0) {
            return code;
        }
        return unseenAs.orElseThrow(() -> new InvalidDataException("Column '" + column + "': the category '"
                + Excerpt.of(value) + "' is none of the " + categories.size()
                + " that ordinal() knows. Mend the value, or declare ordinal(…).unseenAs(number)."));
    }
}
