package io.mlops4j.prepare;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.predict.Classes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The categories that rows have, by code point, and how many rows have each. */
record CategoryCounts(List<Counted> categories) {

    record Counted(String name, long rows) {}

    static CategoryCounts of(CategoricalValues values) {
        long[] counts = values.counts();
        return new CategoryCounts(IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .mapToObj(code -> new Counted(values.dictionary().names().get(code), counts[code]))
                .sorted(Comparator.comparing(Counted::name, Classes.BY_CODE_POINT))
                .toList());
    }

    List<String> names() {
        return categories.stream().map(Counted::name).toList();
    }

    /** The most frequent ones that are frequent enough, by code point; of equally frequent ones the first. */
    List<String> frequent(int atMost, int minimumRows) {
        return categories.stream()
                .filter(category -> category.rows() >= minimumRows)
                .sorted(Comparator.comparingLong(Counted::rows).reversed())
                .limit(atMost)
                .map(Counted::name)
                .sorted(Classes.BY_CODE_POINT)
                .toList();
    }
}
