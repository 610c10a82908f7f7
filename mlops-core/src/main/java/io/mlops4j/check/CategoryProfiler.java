package io.mlops4j.check;

import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.predict.Classes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts categories, and true and false. */
final class CategoryProfiler {

    private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT_FIRST =
            Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey(Classes.BY_CODE_POINT));

    private CategoryProfiler() {}

    static CategoryProfile of(String column, CategoricalValues values) {
        Map<String, Long> counts = new HashMap<>();
        long[] byCode = values.counts();
        for (int code = 0; code < byCode.length; code++) {
            counts.put(values.dictionary().names().get(code), byCode[code]);
        }
        return of(column, values.size(), counts);
    }

    static CategoryProfile ofFlags(String column, NumericValues values) {
        long yes = 0;
        long no = 0;
        for (int row = 0; row < values.size(); row++) {
            if (!values.missing(row)) {
                if (values.get(row) == 0) {
                    no++;
                } else {
                    yes++;
                }
            }
        }
        return of(column, values.size(), Map.of("true", yes, "false", no));
    }

    private static CategoryProfile of(String column, long rows, Map<String, Long> counts) {
        Map<String, Long> kept = new LinkedHashMap<>();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(MOST_FREQUENT_FIRST)
                .limit(CategoryProfile.KEPT)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        long present = counts.values().stream().mapToLong(Long::longValue).sum();
        long distinct = counts.values().stream().filter(count -> count > 0).count();
        return new CategoryProfile(column, rows, rows - present, distinct, kept);
    }
}
