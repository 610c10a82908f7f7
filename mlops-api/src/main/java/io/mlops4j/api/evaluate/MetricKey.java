package io.mlops4j.api.evaluate;

import java.util.Locale;
import java.util.Optional;

/**
 * What a number measures.
 *
 * @param name the metric in lower case with underscores, such as {@code roc_auc}
 * @param label the class that it is about, or empty
 * @param averaging how it was averaged over the classes
 */
public record MetricKey(String name, Optional<String> label, Averaging averaging) {

    /**
     * A metric that is one number by itself.
     *
     * @param name the metric in lower case with underscores
     * @return the key
     */
    public static MetricKey of(String name) {
        return new MetricKey(name, Optional.empty(), Averaging.NONE);
    }

    /**
     * A metric of one class.
     *
     * @param name the metric in lower case with underscores
     * @param label the class
     * @return the key
     */
    public static MetricKey of(String name, String label) {
        return new MetricKey(name, Optional.of(label), Averaging.NONE);
    }

    /**
     * A metric averaged over the classes.
     *
     * @param name the metric in lower case with underscores
     * @param averaging how
     * @return the key
     */
    public static MetricKey of(String name, Averaging averaging) {
        return new MetricKey(name, Optional.empty(), averaging);
    }

    @Override
    public String toString() {
        return name
                + label.map(text -> "(" + text + ")").orElse("")
                + (averaging == Averaging.NONE ? "" : " " + averaging.name().toLowerCase(Locale.ROOT));
    }
}
