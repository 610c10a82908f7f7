package io.mlops4j.api.monitor;

/**
 * What a signal may not pass. A value that is not known passes no limit, and is reported as not known.
 *
 * @param signal what is measured
 * @param side on which side of the value it is broken
 * @param value the last value that is not broken; finite
 */
public record Limit(Signal signal, Side side, double value) {

    /** On which side of its value a limit is broken. */
    public enum Side {
        /** Broken by more. */
        ABOVE,
        /** Broken by less. */
        BELOW
    }

    /** Checks the value. */
    public Limit {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The limit of " + signal + " is a number, not " + value + ".");
        }
    }

    /**
     * Whether a measured value breaks it.
     *
     * @param measured the value; NaN if it is not known
     * @return whether it does
     */
    public boolean brokenBy(double measured) {
        return side == Side.ABOVE ? measured > value : measured < value;
    }

    @Override
    public String toString() {
        return signal + (side == Side.ABOVE ? " above " : " below ") + value;
    }
}
