package io.mlops4j.report;

import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.LiveVersion;
import java.time.Duration;
import java.util.Optional;

/** What is live at the moment of the report. */
final class LiveSection {

    private LiveSection() {}

    static void write(HtmlWriter out, DeploymentStatus status) {
        Tiles tiles = Tiles.begin(out);
        place(tiles, "champion", Optional.of(status.champion()), status);
        place(tiles, "challenger", status.challenger(), status);
        place(tiles, "previous, still loaded", status.previous(), status);
        tiles.tile("unanswered", Numbers.count(status.unanswered()), "rows that nobody could answer");
        tiles.tile("fallbacks", Numbers.count(status.fallbacks()), "answers of the caller's own rule");
        tiles.tile("refused", Numbers.count(status.refused()), "rows that were not as they should be");
        tiles.end();
        out.open("div", "class", "card");
        Table table = Table.begin(
                out,
                "Loaded versions",
                Table.Head.name("place"),
                Table.Head.name("version"),
                Table.Head.name("since (UTC)"),
                Table.Head.number("answers"),
                Table.Head.number("failures"),
                Table.Head.text("plan"),
                Table.Head.name("digest"));
        row(table, "champion", status.champion());
        status.challenger().ifPresent(live -> row(table, "challenger", live));
        status.previous().ifPresent(live -> row(table, "previous", live));
        table.end();
        out.close();
    }

    private static void place(Tiles tiles, String place, Optional<LiveVersion> live, DeploymentStatus status) {
        tiles.tile(
                place,
                live.map(version -> "v" + version.version()).orElse("none"),
                live.map(version -> "for " + Times.took(Duration.between(version.since(), status.at())) + ", "
                                + Numbers.count(version.predictions(), "answer", "answers"))
                        .orElse(""));
    }

    private static void row(Table table, String place, LiveVersion live) {
        table.row()
                .name(place)
                .cell(html -> html.number("v" + live.version()))
                .cell(html -> Times.write(html, live.since()))
                .number(Numbers.count(live.predictions()))
                .number(Numbers.count(live.failures()))
                .prose(live.plan())
                .cell(html -> Digest.write(html, live.digest()));
    }

    /** How often each kind of truth came, in words. */
    static void feedback(HtmlWriter out, DeploymentStatus status) {
        Tiles tiles = Tiles.begin(out);
        for (Feedback kind : Feedback.values()) {
            long count = status.feedback().getOrDefault(kind, 0L);
            switch (kind) {
                case JOINED -> tiles.tile("joined", Numbers.count(count), "truths of answers that had none yet");
                case DUPLICATE -> tiles.tile("duplicate", Numbers.count(count), "the same truth again");
                case CORRECTED ->
                    tiles.tile("corrected", Numbers.count(count), "another truth, which replaced the first");
                case EXPIRED -> tiles.tile("expired", Numbers.count(count), "truths that came too late");
                case UNKNOWN -> tiles.tile("unknown", Numbers.count(count), "truths of answers that there were not");
            }
        }
        tiles.end();
    }
}
