package io.mlops4j.check;

import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.check.TextProfile;
import io.mlops4j.api.check.TimestampProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A profile as a table for terminals: one line a column. */
public final class ProfileTable {

    private static final int WIDEST_NAME = 24;
    private static final int WIDEST_VALUE = 16;
    private static final int TOP = 3;
    private static final double HUNDRED = 100;

    private ProfileTable() {}

    /**
     * Renders a profile.
     *
     * @param profile what data look like
     * @return lines, each with a line feed
     */
    public static String of(Profile profile) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("column", "missing", "distinct", "values"));
        for (ColumnProfile column : profile.columns()) {
            lines.add(List.of(
                    cut(column.column(), WIDEST_NAME),
                    share(column.missing(), column.rows()),
                    Long.toString(column.distinct()),
                    values(column)));
        }
        StringBuilder table = new StringBuilder()
                .append(profile.rows())
                .append(" rows × ")
                .append(profile.columns().size())
                .append(" columns\n");
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int cell = 0; cell < line.size(); cell++) {
                int at = cell;
                int width = lines.stream()
                        .mapToInt(other -> other.get(at).length())
                        .max()
                        .orElse(0);
                String padding = " ".repeat(width - line.get(cell).length());
                boolean number = cell == 1 || cell == 2;
                text.append(number ? padding + line.get(cell) : line.get(cell) + padding)
                        .append("  ");
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String values(ColumnProfile column) {
        if (column instanceof NumericProfile numbers) {
            return number(numbers.min()) + " … " + number(numbers.quantile(0.50)) + " … " + number(numbers.max())
                    + ", mean " + number(numbers.mean()) + " ± " + number(numbers.deviation());
        } else if (column instanceof CategoryProfile categories) {
            return categories.counts().entrySet().stream()
                            .limit(TOP)
                            .map(entry ->
                                    cut(entry.getKey(), WIDEST_VALUE) + " " + share(entry.getValue(), column.rows()))
                            .collect(Collectors.joining(", "))
                    + (categories.distinct() > TOP ? ", …" : "");
        } else if (column instanceof TimestampProfile times) {
            return instant(times.first()) + " … " + instant(times.last());
        }
        TextProfile texts = (TextProfile) column;
        return "length " + texts.shortest() + " … " + texts.longest() + ", mean " + number(texts.meanLength());
    }

    private static String instant(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("none");
    }

    private static String share(long part, long whole) {
        return part == 0 ? "0 %" : String.format(Locale.ROOT, "%.1f %%", HUNDRED * part / whole);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "none" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String cut(String text, int widest) {
        String line = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= widest ? line : line.substring(0, widest - 1) + "…";
    }
}
