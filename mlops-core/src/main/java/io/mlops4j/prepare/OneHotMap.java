package io.mlops4j.prepare;

import io.mlops4j.api.data.SparseSink;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.prepare.ColumnMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a category its own feature. */
final class OneHotMap implements ColumnMap.Sparse {

    private static final String MISSING = "(missing)";
    private static final String OTHER = "(other)";
    private static final int NONE = -1;

    private final String column;
    private final List<String> features;
    /** By code point, and so are the rare ones. */
    private final List<String> categories;

    private final List<String> rare;
    private final int missing;
    private final int other;
    private final Unseen unseen;

    private OneHotMap(OneHotColumn learned, List<String> features) {
        this.column = learned.column();
        this.features = features;
        this.categories = learned.categories();
        this.rare = learned.rare();
        this.missing = learned.missing() ? learned.categories().size() : NONE;
        this.other = learned.other() ? features.size() - 1 : NONE;
        this.unseen = learned.unseen();
    }

    static OneHotMap of(OneHotColumn learned) {
        List<String> features = new ArrayList<>();
        for (String category : learned.categories()) {
            features.add(learned.column() + "=" + escaped(category));
        }
        if (learned.missing()) {
            features.add(learned.column() + "=" + MISSING);
        }
        if (learned.other()) {
            features.add(learned.column() + "=" + OTHER);
        }
        return new OneHotMap(learned, List.copyOf(features));
    }

    /** A real category of that text gets a backslash, and so does one that begins with a backslash. */
    private static String escaped(String category) {
        return category.equals(MISSING) || category.equals(OTHER) || category.startsWith("\\")
                ? "\\" + category
                : category;
    }

    @Override
    public List<String> features() {
        return features;
    }

    @Override
    public void apply(@Nullable String value, SparseSink sink) {
        int feature = feature(value);
        if (feature != NONE) {
            sink.add(feature, 1);
        }
    }

    private int feature(@Nullable String value) {
        if (value == null) {
            return missing;
        }
        int feature = find(categories, value);
        if (feature >= 0) {
            return feature;
        }
        if (unseen == Unseen.OTHER || find(rare, value) >= 0) {
            return other;
        }
        if (unseen == Unseen.REFUSE) {
            throw new InvalidDataException("Column '" + column + "': the category '" + Excerpt.of(value)
                    + "' is none of the " + (categories.size() + rare.size())
                    + " that the training rows have. Mend the value, or declare oneHot(…).unseen(ABSENT) or (OTHER).");
        }
        return NONE;
    }

    private static int find(List<String> ordered, String value) {
        return Collections.binarySearch(ordered, value, Classes.BY_CODE_POINT);
    }
}
