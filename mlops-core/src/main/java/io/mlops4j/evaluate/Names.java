package io.mlops4j.evaluate;

import io.mlops4j.api.data.Percent;
import io.mlops4j.json.EcmaNumber;
import java.math.BigDecimal;

/** Numbers within the names of metrics, which hold no dot. */
final class Names {

    private Names() {}

    /** {@code 0.5} as {@code 0_5}, {@code 2.0} as {@code 2}. */
    static String number(double number) {
        return new BigDecimal(EcmaNumber.format(number)).toPlainString().replace('.', '_');
    }

    /** A tenth as {@code 10_percent}. */
    static String percent(Percent percent) {
        return percent.toString().replace(" %", "_percent").replace('.', '_');
    }
}
