package io.mlops4j.report;

import java.util.List;

/** Names with a bar and a number each. */
final class Bars {

    private static final double LINE = 22;
    private static final double LEFT = 122;
    private static final double RIGHT = 276;
    private static final int NAME_COLUMNS = 18;

    private Bars() {}

    /**
     * One bar.
     *
     * @param name whose
     * @param share how long, from 0 to 1
     * @param number what stands behind it
     * @param kind the class of its colour
     */
    record Bar(String name, double share, String number, String kind) {}

    static void draw(HtmlWriter out, String title, List<Bar> bars) {
        Svg svg = Svg.fixed(
                out, bars.size() * LINE + 4, title, "A bar for each, as long as its share; the numbers stand behind.");
        double most = bars.stream().mapToDouble(Bar::share).max().orElse(1);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = i * LINE + 2;
            double length = most > 0 ? Math.max(bar.share() > 0 ? 1.5 : 0, (RIGHT - LEFT) * bar.share() / most) : 0;
            svg.name(LEFT - 8, y + 14, "end", "", bar.name(), NAME_COLUMNS);
            svg.rect(LEFT, y + 3, RIGHT - LEFT, LINE - 8, "track", "");
            svg.rect(LEFT, y + 3, length, LINE - 8, "bar " + bar.kind(), bar.name() + ": " + bar.number());
            svg.number(Svg.WIDTH, y + 14, "end", "small", bar.number());
        }
        svg.end();
    }
}
