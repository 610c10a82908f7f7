package io.mlops4j.report;

import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.ModelVersion;
import java.util.List;
import java.util.OptionalInt;

/** How it came to this: the moves of the aliases, and the versions. */
final class HistorySection {

    private HistorySection() {}

    static void moves(HtmlWriter out, Life life) {
        if (life.moves().isEmpty()) {
            out.leaf("p", "No alias was ever moved.");
            return;
        }
        Figure.write(
                out,
                "Which version each alias named",
                "Times in UTC, up to the moment of this report.",
                html -> new Timeline(life).write(html));
        table(out, life.moves());
    }

    static void table(HtmlWriter out, List<AliasMove> moves) {
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Moves of aliases",
                Table.Head.name("when (UTC)"),
                Table.Head.name("alias"),
                Table.Head.name("from"),
                Table.Head.name("to"),
                Table.Head.text("who"),
                Table.Head.text("why"));
        for (AliasMove move : moves) {
            table.row()
                    .cell(html -> Times.write(html, move.at()))
                    .name(move.alias())
                    .cell(html -> version(html, move.from()))
                    .cell(html -> version(html, move.to()))
                    .prose(move.decision().actor())
                    .prose(move.decision().reason());
        }
        table.end();
        out.close();
    }

    static String text(OptionalInt version) {
        return version.isPresent() ? "v" + version.getAsInt() : "none";
    }

    static void version(HtmlWriter out, OptionalInt version) {
        if (version.isPresent()) {
            out.number(text(version));
        } else {
            out.leaf("span", text(version), "class", "muted");
        }
    }

    static void versions(HtmlWriter out, Life life) {
        if (life.versions().isEmpty()) {
            out.leaf("p", "No version was given to this report.");
            return;
        }
        versions(out, life.versions());
    }

    static void versions(HtmlWriter out, List<ModelVersion> versions) {
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Versions",
                Table.Head.name("version"),
                Table.Head.name("verdict"),
                Table.Head.name("approval"),
                Table.Head.name("registered (UTC)"),
                Table.Head.text("by"),
                Table.Head.number("bytes"),
                Table.Head.name("digest"));
        for (ModelVersion version : versions) {
            table.row()
                    .cell(html -> html.number("v" + version.number()))
                    .cell(html -> Badge.verdict(html, version.verdict()))
                    .cell(html -> Badge.approval(html, version.approval()))
                    .cell(html -> Times.write(html, version.registeredAt()))
                    .prose(version.registeredBy())
                    .number(Numbers.count(version.size()))
                    .cell(html -> Digest.write(html, version.digest()));
        }
        table.end();
        out.close();
    }
}
