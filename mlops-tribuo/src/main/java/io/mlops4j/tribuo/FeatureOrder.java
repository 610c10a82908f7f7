package io.mlops4j.tribuo;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.train.FeatureSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.RealInfo;
import org.tribuo.VariableInfo;

/**
 * Tribuo's order of the features beside ours: {@link ImmutableFeatureMap} numbers them in the order of {@link String#compareTo}.
 */
final class FeatureOrder {

    private final FeatureSpace space;
    private final List<String> names;
    private final int[] features;
    private final int[] ids;

    FeatureOrder(FeatureSpace space) {
        this.space = space;
        this.names = space.names();
        this.features = IntStream.range(0, names.size())
                .boxed()
                .sorted((left, right) -> names.get(left).compareTo(names.get(right)))
                .mapToInt(Integer::intValue)
                .toArray();
        this.ids = new int[features.length];
        for (int id = 0; id < features.length; id++) {
            ids[features[id]] = id;
            if (id > 0 && name(id).equals(name(id - 1))) {
                throw new InvalidDataException(
                        "Two features are called '" + name(id) + "'. Rename one of the columns they come from.");
            }
        }
    }

    FeatureSpace space() {
        return space;
    }

    int size() {
        return features.length;
    }

    /** Tribuo's number of one of our features. */
    int id(int feature) {
        return ids[feature];
    }

    /** Our number of one of Tribuo's features. */
    int feature(int id) {
        return features[id];
    }

    /** The name of one of Tribuo's features. */
    String name(int id) {
        return names.get(features[id]);
    }

    /** Tribuo's features, without any statistic of the data, so that they say nothing but their names. */
    ImmutableFeatureMap domain() {
        List<VariableInfo> infos = new ArrayList<>();
        for (String name : names) {
            infos.add(new RealInfo(name, 1, 0, 0, 0, 0));
        }
        return new ImmutableFeatureMap(infos);
    }
}
