package io.mlops4j.report;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.RegisteredModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a model card is made of. */
record CardFacts(RegisteredModel model, ModelVersion version, Bundle bundle, List<AliasMove> moves) {

    CardFacts {
        OptionalInt number = OptionalInt.of(version.number());
        moves = moves.stream()
                .filter(move -> move.from().equals(number) || move.to().equals(number))
                .sorted(Comparator.comparingLong(AliasMove::sequence))
                .toList();
    }

    String title() {
        return "Model card: " + version.model() + " v" + version.number();
    }

    /** One thing that is said of the version in a line. */
    record Fact(String name, String value) {}

    List<Fact> overview() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("model", version.model() + " v" + version.number()));
        if (!model.description().isEmpty()) {
            facts.add(new Fact("description", model.description()));
        }
        facts.add(new Fact("owner", model.owner().orElse("nobody")));
        facts.add(new Fact("predicts", bundle.target().columns().get(0).name()));
        facts.add(new Fact("registered", Times.at(version.registeredAt()) + " UTC by " + version.registeredBy()));
        facts.add(new Fact("approval", approval(version.approval())));
        facts.add(new Fact("live now as", nowLive()));
        if (!version.tags().isEmpty()) {
            facts.add(new Fact(
                    "tags",
                    new TreeMap<>(version.tags())
                            .entrySet().stream()
                                    .map(tag -> tag.getKey() + " = " + tag.getValue())
                                    .collect(Collectors.joining(", "))));
        }
        version.origin().run().ifPresent(run -> facts.add(new Fact("run", run)));
        version.origin().commit().ifPresent(commit -> facts.add(new Fact("commit", commit)));
        version.origin().parent().ifPresent(parent -> facts.add(new Fact("made from", "v" + parent)));
        facts.add(new Fact(
                "signatures",
                Numbers.count(version.state().signatures().size(), "key vouches for it", "keys vouch for it")));
        facts.add(new Fact("bundle", "sha256:" + version.digest() + ", " + Numbers.count(version.size()) + " bytes"));
        return facts;
    }

    private static String approval(Approval approval) {
        if (approval instanceof Approval.Approved approved) {
            return "approved " + Times.at(approved.at()) + " UTC by " + approved.decision();
        } else if (approval instanceof Approval.Rejected rejected) {
            return "rejected " + Times.at(rejected.at()) + " UTC by " + rejected.decision();
        }
        return "nobody decided yet";
    }

    /** The aliases whose last move led to this version. */
    private String nowLive() {
        TreeMap<String, AliasMove> last = new TreeMap<>();
        moves.forEach(move -> last.put(move.alias(), move));
        String aliases = last.values().stream()
                .filter(move -> move.to().equals(OptionalInt.of(version.number())))
                .map(AliasMove::alias)
                .collect(Collectors.joining(", "));
        return aliases.isEmpty() ? "nothing" : aliases;
    }
}
