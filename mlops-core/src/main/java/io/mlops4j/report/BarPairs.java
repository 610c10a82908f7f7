package io.mlops4j.report;

import io.mlops4j.api.monitor.BinCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two distributions side by side: for each bin the reference above and the window below. */
final class BarPairs {

    private static final double LINE = 26;
    private static final double LEFT = 122;
    private static final double RIGHT = 250;
    private static final int MOST = 16;
    private static final int NAME_COLUMNS = 18;

    private BarPairs() {}

    /** One pair. */
    private record Pair(String label, double reference, double current) {}

    static void draw(HtmlWriter out, String column, List<BinCount> bins) {
        List<Pair> pairs = pairs(bins);
        Svg svg = Svg.fixed(
                out,
                pairs.size() * LINE + 4,
                "Reference and current of " + column,
                "Two bars for each bin: the share of the reference above, the share of the window below.");
        double most = pairs.stream()
                .mapToDouble(pair -> Math.max(pair.reference(), pair.current()))
                .max()
                .orElse(1);
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double y = i * LINE + 2;
            String title = pair.label() + ": reference " + Numbers.share(pair.reference()) + ", current "
                    + Numbers.share(pair.current());
            svg.name(LEFT - 8, y + 16, "end", "", pair.label(), NAME_COLUMNS);
            svg.rect(LEFT, y + 2, length(pair.reference(), most), 9, "ref", title);
            svg.rect(LEFT, y + 13, length(pair.current(), most), 9, "cur", title);
            svg.number(Svg.WIDTH, y + 16, "end", "small", shares(pair));
        }
        svg.line(LEFT, 0, LEFT, pairs.size() * LINE + 4, "axis");
        svg.end();
    }

    private static String shares(Pair pair) {
        return Double.isNaN(pair.current())
                ? Numbers.share(pair.reference())
                : Numbers.share(pair.reference()).replace(" %", "") + " → " + Numbers.share(pair.current());
    }

    private static double length(double share, double most) {
        return share > 0 && most > 0 ? Math.max(1, (RIGHT - LEFT) * share / most) : 0;
    }

    /** Where there are too many bins those that differ most are shown, in their order, and the rest as one. */
    private static List<Pair> pairs(List<BinCount> bins) {
        long reference = bins.stream().mapToLong(BinCount::reference).sum();
        long current = bins.stream().mapToLong(BinCount::current).sum();
        List<Pair> all = bins.stream()
                .filter(bin -> bin.reference() > 0 || bin.current() > 0)
                .map(bin -> new Pair(bin.label(), share(bin.reference(), reference), share(bin.current(), current)))
                .toList();
        if (all.size() <= MOST) {
            return all;
        }
        Set<Pair> kept = new HashSet<>(all.stream()
                .sorted(Comparator.comparingDouble(BarPairs::weight).reversed())
                .limit(MOST - 1)
                .toList());
        List<Pair> pairs = new ArrayList<>(
                all.stream().filter(kept::contains).limit(MOST - 1).toList());
        double[] rest = {0, 0};
        all.stream().filter(pair -> !kept.contains(pair)).forEach(pair -> {
            rest[0] += pair.reference();
            rest[1] += pair.current();
        });
        pairs.add(new Pair(all.size() - pairs.size() + " more bins", rest[0], rest[1]));
        return pairs;
    }

    private static double weight(Pair pair) {
        double moved = Math.abs(pair.current() - pair.reference());
        return Double.isNaN(moved) ? pair.reference() : moved + Math.max(pair.reference(), pair.current()) / 10;
    }

    private static double share(long count, long all) {
        return all == 0 ? Double.NaN : (double) count / all;
    }
}
