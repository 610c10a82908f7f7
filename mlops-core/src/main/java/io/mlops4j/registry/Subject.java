package io.mlops4j.registry;

import io.mlops4j.api.registry.AuditEntry;

/** What a row of the audit is about; the state of each is what the last row about it says. */
enum Subject {
    /** Something that was not done. */
    NOTHING,
    VERSION,
    ALIAS,
    MODEL,
    POLICY,
    KEY;

    /** Names the thing, for messages, and unlike any other. */
    String name(AuditEntry row) {
        return switch (this) {
            case NOTHING -> "";
            case VERSION -> version(row.model(), row.version().orElse(0));
            case ALIAS -> alias(row.model(), row.alias().orElse(""));
            case MODEL -> model(row.model());
            case POLICY -> policy(row.model(), row.alias().orElse(""));
            case KEY -> key(KeyJson.read(row.after(), "Row " + row.sequence()).id());
        };
    }

    static String version(String model, int number) {
        return model + " v" + number;
    }

    static String alias(String model, String alias) {
        return "the alias " + model + " " + alias;
    }

    static String model(String model) {
        return "the model " + model;
    }

    static String policy(String model, String alias) {
        return "the policy of " + model + " " + alias;
    }

    static String key(String id) {
        return "the key " + id;
    }
}
