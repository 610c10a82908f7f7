package io.mlops4j.evaluate;

import io.mlops4j.api.data.Percent;
import java.math.BigDecimal;

/** Numbers within the names of metrics, which hold no dot. */
final class Names {

    private Names() {}

    /** {@code 0.5} as {@code 0_5}, {@code 2.0} as {@code 2}. */
    static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString().replace('.', '_');
    }

    /** A tenth as {@code 10_percent}. */
    static String percent(Percent percent) {
        return number(percent.share() * 100) + "_percent";
    }
}
