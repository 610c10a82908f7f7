package io.mlops4j.report;

import io.mlops4j.api.registry.AliasMove;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Which version each alias named, and when: a lane for each alias, a bar for each time. */
final class Timeline {

    private static final double LANE = 62;
    private static final double BAR = 28;
    private static final double AXIS = 26;
    private static final double NARROW = 4;
    private static final int PALETTE = 6;

    private final Life life;
    private final TimeScale scale;

    Timeline(Life life) {
        this.life = life;
        this.scale = new TimeScale(life.remembered(), 0.5, 99.5);
    }

    void write(HtmlWriter out) {
        List<String> aliases =
                life.moves().stream().map(AliasMove::alias).distinct().toList();
        double height = aliases.size() * LANE + AXIS;
        Svg svg = Svg.fluid(
                out,
                height,
                "History of the aliases",
                "A bar for each time in which an alias named a version; the table below has the same.");
        for (TimeScale.Tick tick : scale.ticks()) {
            svg.line(tick.x(), 0, tick.x(), height - AXIS + 4, "gridline");
            svg.number(tick.x(), height - 8, anchor(tick.x()), "small", tick.text());
        }
        svg.line(0.5, height - AXIS, 99.5, height - AXIS, "axis");
        for (int lane = 0; lane < aliases.size(); lane++) {
            String alias = aliases.get(lane);
            lane(
                    svg,
                    alias,
                    lane * LANE,
                    life.moves().stream()
                            .filter(move -> move.alias().equals(alias))
                            .toList());
        }
        svg.end();
    }

    static String anchor(double x) {
        return x < 8 ? "start" : x > 92 ? "end" : "middle";
    }

    private void lane(Svg svg, String alias, double top, List<AliasMove> moves) {
        svg.name(0.5, top + 16, "start", "strong", alias, 40);
        for (int i = 0; i < moves.size(); i++) {
            OptionalInt version = moves.get(i).to();
            if (version.isPresent()) {
                boolean last = i == moves.size() - 1;
                Instant end = last ? life.status().at() : moves.get(i + 1).at();
                bar(svg, top + 24, moves.get(i), version.getAsInt(), end, last);
            }
        }
    }

    private void bar(Svg svg, double y, AliasMove move, int version, Instant end, boolean last) {
        double x = scale.at(move.at());
        double width = Math.max(0.4, scale.at(end) - x);
        String title = "v" + version + " from " + Times.at(move.at()) + (last ? " until now" : " to " + Times.at(end))
                + ", " + Times.took(Duration.between(move.at(), end)) + ": " + move.decision();
        svg.rect(x, y, width, BAR, "v" + Math.floorMod(version, PALETTE), title);
        if (width >= NARROW) {
            svg.boxed(x, y, width, BAR, "strong", "v" + version);
        }
    }
}
