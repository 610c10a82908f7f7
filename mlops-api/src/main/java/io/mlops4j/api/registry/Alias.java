package io.mlops4j.api.registry;

import java.time.Instant;

/**
 * A movable name on one version of a model, as it stands now.
 *
 * @param model the name of the model
 * @param name the alias: letters, digits, hyphen and underscore, at most 255; not {@code latest}, not {@code v1}
 * @param version the number of the version that it names
 * @param since since when
 * @param decision who put it there, and why
 */
public record Alias(String model, String name, int version, Instant since, Decision decision) {

    /** The alias of the version that is live. */
    public static final String CHAMPION = "champion";

    /** The alias of the version that is tried beside it. */
    public static final String CHALLENGER = "challenger";

    /** Checks the name. */
    public Alias {
        Names.requireAlias(name);
    }

    @Override
    public String toString() {
        return model + "@" + name + " → v" + version;
    }
}
