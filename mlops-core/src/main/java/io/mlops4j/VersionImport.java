package io.mlops4j;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Decision;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.Origin;
import io.mlops4j.api.registry.Registration;
import io.mlops4j.api.registry.VersionFacts;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.registry.ExportedVersion;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a version of another registry one of this. */
final class VersionImport {

    private final ModelRegistry registry;
    private final BundleReader reader;

    VersionImport(ModelRegistry registry, BundleReader reader) {
        this.registry = registry;
        this.reader = reader;
    }

    ModelVersion of(ExportedVersion exported, Decision decision) {
        Bundle bundle = reader.read(exported.content());
        Origin before = exported.origin();
        Origin.Imported from = exported.from();
        ModelVersion version = registry.register(new Registration(
                from.model(),
                exported.content(),
                VersionFacts.of(bundle),
                new Origin(before.run(), before.commit(), OptionalInt.empty(), before.baseline(), Optional.of(from)),
                exported.verdict(),
                decision,
                Optional.of("import " + from.row())));
        for (BundleSignature signature : exported.signatures()) {
            if (!version.state().signatures().contains(signature)) {
                version = registry.sign(version.model(), version.number(), signature, decision);
            }
        }
        for (Map.Entry<String, String> tag : exported.tags().entrySet()) {
            if (!version.tags().containsKey(tag.getKey())) {
                version = registry.tag(
                        version.model(), version.number(), tag.getKey(), Optional.of(tag.getValue()), decision);
            }
        }
        return version;
    }
}
