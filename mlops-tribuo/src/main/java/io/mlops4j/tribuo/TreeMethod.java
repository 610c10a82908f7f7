package io.mlops4j.tribuo;

import java.util.Locale;

/** How XGBoost looks for the best split of a node. */
public enum TreeMethod {
    /** Tries every value of every feature: slow. */
    EXACT,
    /** Tries quantiles, found anew for each tree. */
    APPROX,
    /** Tries the bounds of bins that are made once: fast. */
    HIST;

    /** As XGBoost spells it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
