package io.mlops4j.report;

import io.mlops4j.api.bundle.Bundle;
import java.util.List;

/** A model card as a page. */
final class CardPage {

    private final CardFacts facts;
    private final Bundle bundle;

    private CardPage(CardFacts facts) {
        this.facts = facts;
        this.bundle = facts.bundle();
    }

    static String of(CardFacts facts, List<OwnSections.Section> own) {
        return new CardPage(facts).html(own);
    }

    private String html(List<OwnSections.Section> own) {
        Page page = new Page(
                "model card", facts.version().model() + " v" + facts.version().number(), this::introduction);
        for (int i = 0; i < own.size(); i++) {
            OwnSections.Section section = own.get(i);
            page.section("own-" + (i + 1), section.title(), "", out -> prose(out, section.text()));
        }
        page.section("version", "Version", "", this::overview);
        page.section(
                "criteria",
                "Criteria",
                "",
                out -> VerdictSection.write(out, facts.version().verdict()));
        page.section(
                "measurements",
                "Measurements",
                "On test rows that the model has not seen. An interval is where the true value probably lies.",
                out -> MeasurementSection.headline(out, bundle.evaluation()));
        if (MeasurementSection.hasSlices(bundle.evaluation())) {
            page.section(
                    "slices",
                    "Slices",
                    "The same measurements on parts of the test rows. Few rows give wide intervals.",
                    out -> MeasurementSection.slices(out, bundle.evaluation()));
        }
        page.section(
                "columns",
                "Training rows",
                Numbers.count(bundle.profile().rows(), "row.", "rows.")
                        + " Names in brackets are the model's answers on the test rows.",
                out -> ColumnCard.all(out, bundle.profile()));
        page.section("lineage", "Parameters, data and libraries", "", out -> LineageSection.write(out, bundle));
        page.section("history", "Where it was live", "", this::history);
        return page.html("Bundle sha256:" + bundle.digest());
    }

    private void introduction(HtmlWriter out) {
        Badge.verdict(out, facts.version().verdict());
        out.text(" ");
        Badge.approval(out, facts.version().approval());
        if (!facts.model().description().isEmpty()) {
            out.open("p").prose(facts.model().description()).close();
        }
    }

    private static void prose(HtmlWriter out, String text) {
        for (String paragraph : text.split("\n\\s*\n", -1)) {
            out.open("p").prose(paragraph.strip()).close();
        }
    }

    private void overview(HtmlWriter out) {
        out.open("div", "class", "card");
        Table table = Table.begin(out, "The version", Table.Head.name("what"), Table.Head.text("value"));
        facts.overview().forEach(fact -> table.row().name(fact.name()).prose(fact.value()));
        table.end();
        out.close();
    }

    private void history(HtmlWriter out) {
        if (facts.moves().isEmpty()) {
            out.leaf("p", "No alias ever named it.");
        } else {
            HistorySection.table(out, facts.moves());
        }
    }
}
