package io.mlops4j.bundle;

import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.FeatureSpace.Block;
import io.mlops4j.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The features of the model. Offsets are not stored: they follow from the counts. */
final class FeaturesPart {

    private FeaturesPart() {}

    static JsonObject encode(FeatureSpace space) {
        return new JsonObject()
                .with(
                        "blocks",
                        space.blocks().stream()
                                .map(block -> new JsonObject()
                                        .with("column", block.column())
                                        .with("sparse", block.sparse())
                                        .with("names", block.names()))
                                .toList());
    }

    static FeatureSpace decode(JsonValue json) {
        json.withKeys("blocks");
        List<Block> blocks = new ArrayList<>();
        int offset = 0;
        for (JsonValue block : json.get("blocks").list()) {
            block.withKeys("column", "names", "sparse");
            List<String> names = block.get("names").list(JsonValue::text);
            blocks.add(new Block(block.get("column").text(), block.get("sparse").flag(), offset, names));
            offset = Math.addExact(offset, names.size());
        }
        return new FeatureSpace(blocks);
    }
}
