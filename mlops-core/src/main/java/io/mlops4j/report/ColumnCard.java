package io.mlops4j.report;

import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.check.TextProfile;
import io.mlops4j.api.check.TimestampProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one column of the training rows looks like. */
final class ColumnCard {

    private static final int TOP = 7;
    private static final double TALL = 120;

    private ColumnCard() {}

    /** A card for each column. */
    static void all(HtmlWriter out, Profile profile) {
        out.open("div", "class", "grid");
        profile.columns().forEach(column -> write(out, column, ""));
        out.close();
    }

    /** Writes it; the label says of what, if there are cards of several models, and is empty otherwise. */
    static void write(HtmlWriter out, ColumnProfile column, String label) {
        out.open("figure").open("figcaption");
        out.open("h3").name(column.column());
        if (!label.isEmpty()) {
            out.text(" ").leaf("span", label, "class", "muted");
        }
        out.close();
        out.open("p").text(kind(column) + ", ");
        if (column.missing() > 0) {
            out.leaf("b", "missing " + Numbers.share(column.missing(), column.rows()))
                    .text(", ");
        } else {
            out.text("none missing, ");
        }
        out.text(Numbers.count(column.distinct()) + " different").close().close();
        if (column.missing() == column.rows()) {
            out.leaf("p", column.rows() == 0 ? "There are no rows." : "Every value is missing.", "class", "note");
        } else if (column instanceof NumericProfile numbers) {
            numbers(out, numbers);
        } else if (column instanceof CategoryProfile categories) {
            categories(out, categories);
        } else if (column instanceof TimestampProfile times) {
            facts(out, "first", instant(times.first()), "last", instant(times.last()));
        } else if (column instanceof TextProfile texts) {
            facts(
                    out,
                    "shortest",
                    Numbers.count(texts.shortest()),
                    "mean length",
                    Numbers.brief(texts.meanLength()),
                    "longest",
                    Numbers.count(texts.longest()));
        }
        out.close();
    }

    private static String kind(ColumnProfile column) {
        return column instanceof NumericProfile
                ? "numbers"
                : column instanceof CategoryProfile
                        ? "categories"
                        : column instanceof TimestampProfile ? "times in UTC" : "texts";
    }

    private static void numbers(HtmlWriter out, NumericProfile column) {
        Histogram.of(column).draw(out, column.column(), TALL);
        facts(
                out,
                "median",
                Numbers.brief(column.quantile(0.50)),
                "mean",
                Numbers.brief(column.mean()),
                "deviation",
                Numbers.brief(column.deviation()),
                "zeros",
                Numbers.share(column.zeros(), column.rows() - column.missing()));
    }

    private static void categories(HtmlWriter out, CategoryProfile column) {
        List<Bars.Bar> bars = new ArrayList<>();
        long[] shown = {0};
        column.counts().entrySet().stream().limit(TOP).forEach(entry -> {
            bars.add(bar(entry.getKey(), entry.getValue(), column.rows(), ""));
            shown[0] += entry.getValue();
        });
        long rest = column.rows() - column.missing() - shown[0];
        if (rest > 0) {
            long names = column.distinct() - bars.size();
            bars.add(bar(names + " more", rest, column.rows(), "other"));
        }
        if (column.missing() > 0) {
            bars.add(bar("(missing)", column.missing(), column.rows(), "missing"));
        }
        Bars.draw(out, "Categories of " + column.column(), bars);
    }

    private static Bars.Bar bar(String name, long count, long rows, String kind) {
        return new Bars.Bar(name, (double) count / rows, Numbers.share(count, rows), kind);
    }

    private static String instant(Optional<java.time.Instant> instant) {
        return instant.map(Times::at).orElse("none");
    }

    private static void facts(HtmlWriter out, String... namesAndNumbers) {
        out.open("ul", "class", "chips");
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            out.open("li").open("span").text(namesAndNumbers[i] + " ");
            out.open("b").number(namesAndNumbers[i + 1]).close().close().close();
        }
        out.close();
    }
}
