package io.mlops4j.registry;

import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Something in the tables of which the audit tells.
 *
 * @param name what it is, as {@link Subject} names it
 * @param sequence the row of the audit that it says it comes from, if it says so
 * @param state what it is now; reading it may fail
 */
record Stated(String name, OptionalLong sequence, Supplier<String> state) {

    Stated(String name, Supplier<String> state) {
        this(name, OptionalLong.empty(), state);
    }
}
