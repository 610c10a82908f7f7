package io.mlops4j.report;

import io.mlops4j.api.evaluate.ConfusionMatrix;
import java.util.List;

/** A table of numbers, each on a ground as deep as it is large. It stays a table: it is read, copied and scrolled like one. */
final class Heat {

    private static final int STEPS = 6;

    private Heat() {}

    /** The class of the ground for a share from 0 to 1. */
    static String step(double share) {
        return Double.isNaN(share) ? "hu" : share <= 0 ? "h0" : "h" + Math.min(STEPS, 1 + (int) (share * STEPS));
    }

    /** Begins a table with a name above each column. */
    static void begin(HtmlWriter out, String label, String corner, List<String> columns) {
        out.open("div", "class", "scroll", "role", "region", "aria-label", label, "tabindex", "0");
        out.open("table", "class", "heat").open("thead").open("tr");
        out.leaf("th", corner, "scope", "col");
        columns.forEach(column -> out.open("th", "scope", "col").name(column).close());
        out.close().close().open("tbody");
    }

    static void end(HtmlWriter out) {
        out.close().close().close();
    }

    /** True classes down, predicted ones across; the ground is the share of the true class. */
    static void confusion(HtmlWriter out, ConfusionMatrix matrix) {
        Figure.write(
                out,
                "Confusion",
                "True classes down, predicted classes across. Ground and percentage: share of the true class. Framed: right.",
                html -> {
                    begin(html, "Confusion matrix", "true ↓ predicted →", matrix.labels());
                    for (int truth = 0; truth < matrix.labels().size(); truth++) {
                        confused(html, matrix, truth);
                    }
                    end(html);
                });
    }

    private static void confused(HtmlWriter out, ConfusionMatrix matrix, int truth) {
        List<Long> counts = matrix.counts().get(truth);
        long all = counts.stream().mapToLong(Long::longValue).sum();
        out.open("tr")
                .open("th", "scope", "row")
                .name(matrix.labels().get(truth))
                .close();
        for (int predicted = 0; predicted < counts.size(); predicted++) {
            double share = all == 0 ? Double.NaN : (double) counts.get(predicted) / all;
            out.open("td", "class", step(share) + (truth == predicted ? " own" : ""));
            out.number(Numbers.count(counts.get(predicted)));
            out.open("small")
                    .number(all == 0 ? "no rows" : Numbers.share(share))
                    .close();
            out.close();
        }
        out.close();
    }
}
