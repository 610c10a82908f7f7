package io.mlops4j.report;

import io.mlops4j.api.check.CategoryProfile;
import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.registry.AliasMove;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The part of a model card that the library writes, in Markdown. */
final class MarkdownCard {

    private static final int MOST_CATEGORIES = 7;

    private final CardFacts facts;
    private final MarkdownWriter out = new MarkdownWriter();

    private MarkdownCard(CardFacts facts) {
        this.facts = facts;
    }

    static String of(CardFacts facts) {
        MarkdownCard card = new MarkdownCard(facts);
        card.overview();
        card.criteria();
        card.measurements();
        card.data();
        card.lineage();
        card.history();
        return card.out.toString();
    }

    private void overview() {
        out.heading(2, "Version").table("what", "value");
        facts.overview().forEach(fact -> out.row().text(fact.name()).text(fact.value()));
        out.end();
    }

    private void criteria() {
        out.heading(2, "Criteria");
        List<Finding> findings = facts.version().verdict().findings();
        if (findings.isEmpty()) {
            out.paragraph("There was none, and no criterion approves nothing.");
            return;
        }
        out.table("criterion", "", "found");
        for (Finding finding : findings) {
            out.row()
                    .text(finding.criterion())
                    .text(finding.passed() ? "met" : "missed")
                    .text(finding.found());
        }
        out.end();
    }

    private void measurements() {
        out.heading(2, "Measurements");
        out.paragraph("On test rows that the model has not seen. A range is where the true value probably lies.");
        out.table("metric", "slice", "value", "range", "rows");
        for (Measurement found : facts.bundle().evaluation().measurements()) {
            out.row()
                    .text(found.metric().toString())
                    .text(found.slice().map(Object::toString).orElse("all rows"))
                    .number(Numbers.of(found.value()))
                    .number(found.interval().map(MeasurementSection::ends).orElse(""))
                    .number(Numbers.count(found.rows()));
        }
        out.end();
    }

    private void data() {
        out.heading(2, "Training rows");
        out.paragraph(Numbers.count(facts.bundle().profile().rows(), "row.", "rows."));
        out.table("column", "missing", "different", "values");
        for (ColumnProfile column : facts.bundle().profile().columns()) {
            out.row()
                    .text(column.column())
                    .number(Numbers.share(column.missing(), column.rows()))
                    .number(Numbers.count(column.distinct()));
            values(column);
        }
        out.end();
    }

    private void values(ColumnProfile column) {
        if (column instanceof NumericProfile numbers && numbers.missing() < numbers.rows()) {
            out.number(Numbers.brief(numbers.min()) + " to " + Numbers.brief(numbers.max()) + ", median "
                    + Numbers.brief(numbers.quantile(0.50)) + ", mean " + Numbers.brief(numbers.mean()));
        } else if (column instanceof CategoryProfile categories) {
            out.text(categories.counts().entrySet().stream()
                    .limit(MOST_CATEGORIES)
                    .map(entry -> entry.getKey() + " " + Numbers.share(entry.getValue(), column.rows()))
                    .collect(Collectors.joining(", ")));
        } else {
            out.text("");
        }
    }

    private void lineage() {
        out.heading(2, "Parameters, data and libraries").table("what", "value");
        LineageLines.each(facts.bundle().lineage(), (name, value) -> {
            out.row().text(name);
            value(value);
        });
        out.end();
    }

    private void value(Object value) {
        if (value instanceof Number number) {
            out.number(LineageSection.number(number));
        } else if (value instanceof Collection<?> several) {
            out.text(several.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        } else {
            out.text(value.toString());
        }
    }

    private void history() {
        out.heading(2, "Where it was live");
        if (facts.moves().isEmpty()) {
            out.paragraph("No alias ever named it.");
            return;
        }
        out.table("when (UTC)", "alias", "from", "to", "who", "why");
        for (AliasMove move : facts.moves()) {
            out.row()
                    .text(Times.at(move.at()))
                    .text(move.alias())
                    .text(HistorySection.text(move.from()))
                    .text(HistorySection.text(move.to()))
                    .text(move.decision().actor())
                    .text(move.decision().reason());
        }
        out.end();
    }
}
