package io.mlops4j.watch;

import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.data.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes bins from what the bundle says of its reference. */
final class ColumnBinning {

    private static final String UNSEEN = "(unseen)";
    private static final String MISSING = "(missing)";
    private static final String BELOW = "(below)";
    private static final String ABOVE = "(above)";
    private static final String OTHER = "(other)";

    private ColumnBinning() {}

    static ColumnBins numbers(NumericProfile profile) {
        NumericBins bins = profile.bins();
        int values = bins.counts().size();
        boolean none = bins.total() == 0;
        boolean single = profile.distinct() == values;
        double[] cuts = new double[none ? 0 : values + 1];
        List<String> labels = new ArrayList<>(List.of(BELOW, MISSING));
        long[] references = new long[values + ColumnBins.FIRST_VALUE + 1];
        references[ColumnBins.MISSING] = profile.rows() - bins.total();
        for (int i = 0; i < values; i++) {
            double from = i == 0 ? profile.min() : bins.edges().get(i - 1);
            boolean last = i == values - 1;
            double to = last ? profile.max() : bins.edges().get(i);
            references[i + ColumnBins.FIRST_VALUE] = bins.counts().get(i);
            labels.add(
                    none ? "[]" : single ? number(from) : "[" + number(from) + ", " + number(to) + (last ? "]" : ")"));
            if (!none) {
                cuts[i] = Math.max(-Double.MAX_VALUE, from) + 0.0;
            }
        }
        if (!none) {
            cuts[values] = Math.nextUp(profile.max());
        }
        labels.add(ABOVE);
        return ColumnBins.ofNumbers(profile.column(), labels, references, cuts);
    }

    static ColumnBins flags(CategoryProfile profile) {
        long no = profile.counts().getOrDefault("false", 0L);
        long yes = profile.counts().getOrDefault("true", 0L);
        return ColumnBins.ofNumbers(
                profile.column(),
                List.of(UNSEEN, MISSING, "false", "true", ABOVE),
                new long[] {0, profile.missing(), no, yes, 0},
                new double[] {0, 1, Math.nextUp(1.0)});
    }

    /** Every category of the dictionary has a bin if they are not too many, else those that the profile has by name. */
    static ColumnBins categories(CategoryProfile profile, Dictionary dictionary) {
        List<String> kept = dictionary.names().stream()
                .filter(name -> dictionary.size() <= CategoryProfile.KEPT
                        || profile.counts().containsKey(name))
                .toList();
        Map<String, Integer> bins = new HashMap<>();
        for (String name : kept) {
            bins.put(name, ColumnBins.FIRST_VALUE + bins.size());
        }
        int other = ColumnBins.FIRST_VALUE + kept.size();
        int[] binOfCode = new int[dictionary.size() - Dictionary.UNSEEN];
        binOfCode[0] = ColumnBins.UNSEEN;
        binOfCode[Dictionary.MISSING - Dictionary.UNSEEN] = ColumnBins.MISSING;
        for (int code = 0; code < dictionary.size(); code++) {
            binOfCode[code - Dictionary.UNSEEN] =
                    bins.getOrDefault(dictionary.names().get(code), other);
        }
        long[] references = new long[other + 1];
        references[ColumnBins.MISSING] = profile.missing();
        references[other] = profile.rows() - profile.missing();
        profile.counts().forEach((name, count) -> {
            references[other] -= count;
            references[bins.getOrDefault(name, other)] += count;
        });
        references[other] = Math.max(0, references[other]);
        List<String> labels = new ArrayList<>(List.of(UNSEEN, MISSING));
        labels.addAll(kept);
        labels.add(OTHER);
        return ColumnBins.ofCategories(profile.column(), labels, references, binOfCode);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
