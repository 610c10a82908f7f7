package io.mlops4j.api.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A move of an alias that a policy is to judge, with all that it depends on.
 *
 * @param version the version that the alias is to name
 * @param model what is known of its model
 * @param present the version that the alias names now, or empty
 * @param rollback whether it is a rollback
 * @param keys all keys that are trusted, or were
 * @param at the present time
 */
public record ProposedMove(
        ModelVersion version,
        RegisteredModel model,
        OptionalInt present,
        boolean rollback,
        List<TrustedKey> keys,
        Instant at) {

    /** Copies the list. */
    public ProposedMove {
        keys = List.copyOf(keys);
    }

    boolean isDowngrade() {
        return present.isPresent() && version.number() < present.getAsInt();
    }

    Optional<String> approvalObjection() {
        if (!(version.approval() instanceof Approval.Approved approved)) {
            return Optional.of("it is " + version.approval());
        }
        return model.fourEyes() && approved.decision().actor().equals(version.registeredBy())
                ? Optional.of("it was approved by its author " + version.registeredBy())
                : Optional.empty();
    }

    Optional<String> signatureObjection(int wanted) {
        List<String> problems = new ArrayList<>();
        int valid = 0;
        for (BundleSignature signature : version.state().signatures()) {
            Optional<String> objection = objection(signature);
            objection.ifPresent(problems::add);
            valid += objection.isEmpty() ? 1 : 0;
        }
        return valid >= wanted
                ? Optional.empty()
                : Optional.of(valid + " of its " + version.state().signatures().size() + " signatures count"
                        + (problems.isEmpty() ? "" : ": " + String.join(", ", problems)));
    }

    private Optional<String> objection(BundleSignature signature) {
        String name = "key " + signature.key().substring(0, 12);
        Optional<TrustedKey> known =
                keys.stream().filter(key -> key.id().equals(signature.key())).findFirst();
        if (known.isEmpty()) {
            return Optional.of(name + " is not trusted");
        } else if (!signature.isOf(version.digest(), known.get())) {
            return Optional.of("that of " + name + " is not one of this bundle");
        }
        return known.get().objection(version.model(), at).map(problem -> name + " " + problem);
    }
}
