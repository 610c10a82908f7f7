package io.mlops4j.event;

import io.mlops4j.api.registry.AliasPolicy;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.api.registry.TrustedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What a registry knows of models, policies and keys, as part of a line. */
final class RegistryText {

    private RegistryText() {}

    static String of(RegisteredModel model) {
        List<String> known = new ArrayList<>();
        known.add("owner " + model.owner().orElse("unknown"));
        if (model.fourEyes()) {
            known.add("four eyes");
        }
        if (!model.tags().isEmpty()) {
            known.add("tags " + new TreeMap<>(model.tags()));
        }
        if (!model.description().isEmpty()) {
            known.add(model.description());
        }
        return String.join(", ", known);
    }

    static String of(AliasPolicy policy) {
        List<String> rules = new ArrayList<>();
        if (policy.approved()) {
            rules.add("only approved");
        }
        policy.metrics().forEach(bound -> rules.add(bound.toString()));
        if (policy.signatures() > 0) {
            rules.add("signed by " + policy.signatures());
        }
        if (policy.minimumVersion() > 1) {
            rules.add("not below v" + policy.minimumVersion());
        }
        switch (policy.downgrade()) {
            case ALLOWED -> {}
            case BY_ROLLBACK -> rules.add("no downgrade but by rollback");
            case REFUSED -> rules.add("no downgrade");
        }
        return rules.isEmpty() ? "none" : String.join(", ", rules);
    }

    static String of(TrustedKey key) {
        return key
                + key.revokedAt()
                        .map(at -> " was revoked at " + at)
                        .orElse(" is trusted from " + key.from() + " until " + key.until()
                                + (key.models().isEmpty() ? "" : " for " + key.models()));
    }
}
