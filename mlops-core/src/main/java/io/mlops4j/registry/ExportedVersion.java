package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.registry.BundleSignature;
import io.mlops4j.api.registry.Origin;
import java.util.List;
import java.util.Map;

/**
 * One version as a file brings it from another registry. What its bundle says of itself is left to the bundle.
 *
 * @param content its bundle, as it was stored
 * @param verdict how it was judged there
 * @param origin where it came from before; its parent and its baseline are numbers of the other registry
 * @param from what it was there
 * @param tags what people called it there
 * @param signatures who vouches for the bundle
 */
public record ExportedVersion(
        BundleContent content,
        Verdict verdict,
        Origin origin,
        Origin.Imported from,
        Map<String, String> tags,
        List<BundleSignature> signatures) {

    /** Copies the collections. */
    public ExportedVersion {
        tags = Map.copyOf(tags);
        signatures = List.copyOf(signatures);
    }

    @Override
    public String toString() {
        return from.toString();
    }
}
