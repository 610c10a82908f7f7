package io.mlops4j.report;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.VersionComparison;
import io.mlops4j.api.registry.VersionComparison.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page on which two versions stand side by side. */
final class ComparisonPage {

    private final VersionComparison comparison;
    private final Bundle first;
    private final Bundle second;
    private final String firstName;
    private final String secondName;

    private ComparisonPage(VersionComparison comparison, Bundle first, Bundle second) {
        this.comparison = comparison;
        this.first = first;
        this.second = second;
        boolean oneModel = comparison.first().model().equals(comparison.second().model());
        this.firstName = name(comparison.first(), oneModel);
        this.secondName = name(comparison.second(), oneModel);
    }

    private static String name(ModelVersion version, boolean oneModel) {
        return (oneModel ? "" : version.model() + " ") + "v" + version.number();
    }

    static String of(VersionComparison comparison, Bundle first, Bundle second) {
        return new ComparisonPage(comparison, first, second).html();
    }

    private String html() {
        ModelVersion one = comparison.first();
        Page page = new Page("comparison", one.model() + " " + firstName + " and " + secondName, this::introduction);
        page.section("versions", "Versions", "", this::versions);
        page.section(
                "metrics",
                "Metrics",
                "Of each version on its own test rows: only where these are the same do the numbers stand beside each"
                        + " other.",
                this::metrics);
        page.section(
                "schema",
                "Input",
                "The columns that differ.",
                out -> differences(
                        out, "Columns that differ", "column", comparison.columns(), "Both read the same columns."));
        page.section(
                "lineage",
                "Parameters, data and libraries",
                "What differs, by its path in the lineage.",
                out -> differences(
                        out, "Lineage that differs", "path", comparison.lineage(), "There is no difference."));
        page.section(
                "columns",
                "Training rows",
                "The columns whose values differ. Names in brackets are the answers on the test rows.",
                this::columns);
        return page.html("Bundles sha256:" + first.digest() + " and sha256:" + second.digest());
    }

    private void introduction(HtmlWriter out) {
        out.open("ul", "class", "facts");
        fact(out, comparison.columns().size(), "column differs", "columns differ");
        fact(out, comparison.lineage().size(), "entry of the lineage differs", "entries of the lineage differ");
        fact(
                out,
                (int) comparison.metrics().stream()
                        .filter(metric -> !metric.first().equals(metric.second()))
                        .count(),
                "metric differs",
                "metrics differ");
        out.close();
    }

    private static void fact(HtmlWriter out, int count, String one, String several) {
        out.open("li").open("b").number(Numbers.count(count)).close();
        out.text(" " + (count == 1 ? one : several)).close();
    }

    private void versions(HtmlWriter out) {
        HistorySection.versions(out, List.of(comparison.first(), comparison.second()));
    }

    private void metrics(HtmlWriter out) {
        if (comparison.metrics().isEmpty()) {
            out.leaf("p", "Nothing is known of either.");
            return;
        }
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Metrics of both versions",
                Table.Head.name("metric"),
                Table.Head.number(firstName),
                Table.Head.number(secondName),
                Table.Head.number("change"));
        for (Difference<Double> metric : comparison.metrics()) {
            table.row()
                    .name(metric.name())
                    .number(metric.first().map(Numbers::of).orElse(""))
                    .number(metric.second().map(Numbers::of).orElse(""))
                    .number(change(metric).orElse(""));
        }
        table.end();
        out.close();
    }

    private static Optional<String> change(Difference<Double> metric) {
        return metric.first()
                .flatMap(before -> metric.second().map(after -> after - before))
                .filter(change -> !change.isNaN())
                .map(Numbers::of);
    }

    private void differences(
            HtmlWriter out, String label, String what, List<? extends Difference<?>> differences, String none) {
        if (differences.isEmpty()) {
            out.leaf("p", none);
            return;
        }
        out.open("div", "class", "card");
        Table table =
                Table.begin(out, label, Table.Head.name(what), Table.Head.text(firstName), Table.Head.text(secondName));
        for (Difference<?> difference : differences) {
            table.row()
                    .name(difference.name())
                    .cell(html -> value(html, difference.first()))
                    .cell(html -> value(html, difference.second()));
        }
        table.end();
        out.close();
    }

    private static void value(HtmlWriter html, Optional<?> value) {
        if (value.isEmpty()) {
            html.leaf("span", "none", "class", "muted");
        } else {
            LineageSection.value(html, value.get());
        }
    }

    private void columns(HtmlWriter out) {
        Map<String, ColumnProfile> before = byName(first);
        Map<String, ColumnProfile> after = byName(second);
        Map<String, ColumnProfile> all = new LinkedHashMap<>(before);
        after.forEach(all::putIfAbsent);
        List<String> different = all.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
        if (different.isEmpty()) {
            out.leaf("p", "The training rows of both look the same.");
            return;
        }
        out.open("div", "class", "pairs");
        for (String name : different) {
            card(out, name, before.get(name), firstName);
            card(out, name, after.get(name), secondName);
        }
        out.close();
    }

    private static void card(HtmlWriter out, String column, @Nullable ColumnProfile profile, String version) {
        if (profile == null) {
            Figure.absent(out, column, version + " does not have it.");
        } else {
            ColumnCard.write(out, profile, version);
        }
    }

    private static Map<String, ColumnProfile> byName(Bundle bundle) {
        Map<String, ColumnProfile> columns = new LinkedHashMap<>();
        bundle.profile().columns().forEach(column -> columns.put(column.column(), column));
        return columns;
    }
}
