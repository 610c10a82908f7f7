package io.mlops4j.report;

import io.mlops4j.api.evaluate.Finding;
import io.mlops4j.api.evaluate.Verdict;

/** Every criterion, and what was found. */
final class VerdictSection {

    private VerdictSection() {}

    static void write(HtmlWriter out, Verdict verdict) {
        if (verdict.findings().isEmpty()) {
            out.open("div", "class", "callout unknown");
            out.leaf("p", "The pipeline has no criterion, and no criterion approves nothing.")
                    .close();
            return;
        }
        out.open("div", "class", "card");
        Table table = Table.begin(
                out, "Findings", Table.Head.text("criterion"), Table.Head.name(""), Table.Head.text("found"));
        for (Finding finding : verdict.findings()) {
            table.row()
                    .prose(finding.criterion())
                    .cell(html -> (finding.passed() ? Badge.GOOD : Badge.BAD)
                            .write(html, finding.passed() ? "met" : "missed"))
                    .prose(finding.found());
        }
        table.end();
        out.close();
    }
}
