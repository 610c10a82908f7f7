package io.mlops4j.report;

import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.evaluate.Interval;
import io.mlops4j.api.evaluate.Measurement;
import io.mlops4j.api.evaluate.MetricKey;
import java.util.List;
import java.util.Optional;

/** What was measured: the numbers of all rows, those of the slices, and all of them as a table. */
final class MeasurementSection {

    private MeasurementSection() {}

    static void headline(HtmlWriter out, Evaluation evaluation) {
        Tiles tiles = Tiles.begin(out);
        evaluation.measurements().stream()
                .filter(found -> found.slice().isEmpty())
                .forEach(found ->
                        tiles.tile(found.metric().toString(), Numbers.of(found.value()), html -> range(html, found)));
        tiles.end();
        out.open("details").leaf("summary", "All " + evaluation.measurements().size() + " measurements as a table");
        out.open("div", "class", "card");
        table(out, evaluation);
        out.close().close();
    }

    private static void range(HtmlWriter out, Measurement found) {
        out.open("p");
        found.interval().ifPresent(range -> out.number(ends(range)).empty("br"));
        out.number(found.interval()
                .map(range -> Numbers.brief(100 * range.level()) + " % interval, ")
                .orElse(""));
        out.number(Numbers.count(found.rows(), "row", "rows")).close();
    }

    static String ends(Interval range) {
        return Double.isNaN(range.lower())
                ? Numbers.UNDEFINED
                : Numbers.of(range.lower()) + " to " + Numbers.of(range.upper());
    }

    private static void table(HtmlWriter out, Evaluation evaluation) {
        Table table = Table.begin(
                out,
                "All measurements",
                Table.Head.name("metric"),
                Table.Head.name("slice"),
                Table.Head.number("value"),
                Table.Head.number("from"),
                Table.Head.number("to"),
                Table.Head.number("rows"));
        for (Measurement found : evaluation.measurements()) {
            Optional<Interval> range = found.interval();
            table.row()
                    .name(found.metric().toString())
                    .name(found.slice().map(Object::toString).orElse("all rows"))
                    .number(Numbers.of(found.value()))
                    .number(range.map(ends -> Numbers.of(ends.lower())).orElse(""))
                    .number(range.map(ends -> Numbers.of(ends.upper())).orElse(""))
                    .number(Numbers.count(found.rows()));
        }
        table.end();
    }

    static boolean hasSlices(Evaluation evaluation) {
        return evaluation.measurements().stream()
                .anyMatch(found -> found.slice().isPresent());
    }

    static void slices(HtmlWriter out, Evaluation evaluation) {
        List<MetricKey> metrics = evaluation.measurements().stream()
                .filter(found -> found.slice().isPresent())
                .map(Measurement::metric)
                .distinct()
                .toList();
        out.open("div", "class", "grid");
        for (MetricKey metric : metrics) {
            List<Measurement> found = evaluation.measurements().stream()
                    .filter(measurement -> measurement.metric().equals(metric))
                    .toList();
            int parts = (int)
                    found.stream().filter(part -> part.slice().isPresent()).count();
            new WhiskerChart(out, found).write(metric, parts);
        }
        out.close();
    }
}
