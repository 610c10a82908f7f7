package io.mlops4j.prepare;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.prepare.ColumnMap;

/** Applies a function to a number; a missing one stays missing without asking it. */
record FunctionMap(String column, boolean nullable, NamedFunction function) implements ColumnMap.Numeric {

    @Override
    public double apply(double value) {
        if (Double.isNaN(value)) {
            return value;
        }
        double result = function.function().applyAsDouble(value);
        if (Double.isInfinite(result) || (Double.isNaN(result) && !nullable)) {
            throw new InvalidDataException(
                    "Column '" + column + "': the function " + function + " gives " + result + " for "
                            + value + (nullable ? ", which is infinite." : ", but the column is never missing.")
                            + " Clip the column first, or mend the function and raise its version.");
        }
        return result;
    }
}
