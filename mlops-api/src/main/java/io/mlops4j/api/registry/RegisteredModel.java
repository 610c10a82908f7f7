package io.mlops4j.api.registry;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of a model, and by how many eyes its versions are approved.
 *
 * @param name the name: letters, digits, dot, hyphen and underscore, at most 100
 * @param owner who answers for it: one line, at most 200 characters; or empty
 * @param description what it is for; at most 5,000 characters, of control characters only line feeds
 * @param tags as those of a version
 * @param fourEyes whether a version has to be approved by somebody else than the one who registered it
 */
public record RegisteredModel(
        String name, Optional<String> owner, String description, Map<String, String> tags, boolean fourEyes) {

    private static final int LONGEST_OWNER = 200;
    private static final int LONGEST_DESCRIPTION = 5000;

    /** Checks and copies. */
    public RegisteredModel {
        Names.requireModel(name);
        owner.ifPresent(text -> Names.requireLine("An owner", text, LONGEST_OWNER));
        Names.requireText("A description", description, LONGEST_DESCRIPTION);
        Names.requireTags(tags);
        tags = Map.copyOf(tags);
    }

    /**
     * A model of which nothing more is known.
     *
     * @param name its name
     * @return the model
     */
    public static RegisteredModel named(String name) {
        return new RegisteredModel(name, Optional.empty(), "", Map.of(), false);
    }

    /**
     * The same model with an owner.
     *
     * @param who who answers for it
     * @return a model that differs in nothing else
     */
    public RegisteredModel owner(String who) {
        return new RegisteredModel(name, Optional.of(who), description, tags, fourEyes);
    }

    /**
     * The same model with a description.
     *
     * @param text what it is for
     * @return a model that differs in nothing else
     */
    public RegisteredModel description(String text) {
        return new RegisteredModel(name, owner, text, tags, fourEyes);
    }

    /**
     * The same model with other tags.
     *
     * @param all all of the tags
     * @return a model that differs in nothing else
     */
    public RegisteredModel tags(Map<String, String> all) {
        return new RegisteredModel(name, owner, description, all, fourEyes);
    }

    /**
     * The same model, whose versions are approved by two people or by one.
     *
     * @param needed whether the one who approves has to be another one than the one who registered
     * @return a model that differs in nothing else
     */
    public RegisteredModel fourEyes(boolean needed) {
        return new RegisteredModel(name, owner, description, tags, needed);
    }
}
