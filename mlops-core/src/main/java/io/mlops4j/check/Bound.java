package io.mlops4j.check;

import io.mlops4j.json.EcmaNumber;

/** A number as a person would write it, and the same on every Java version: what is expected of data stands in the lineage. */
final class Bound {

    private Bound() {}

    static String text(double number) {
        return Double.isFinite(number) ? EcmaNumber.format(number) : String.valueOf(number);
    }
}
