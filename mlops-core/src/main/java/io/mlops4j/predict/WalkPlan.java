package io.mlops4j.predict;

import static io.mlops4j.predict.WalkLayout.NODE;
import static io.mlops4j.predict.WalkLayout.TOGETHER;

import java.util.function.Supplier;

/**
 * Trees of any size, walked eight at a time. A step has no branch: two children lie side by side, and a leaf leads to
 * itself, so that all eight take as many steps as the deepest of them.
 */
final class WalkPlan implements Plan {

    private final EnsembleShape shape;
    private final TreeKeys keys;
    private final int[] nodes;
    private final long[] leaves;
    private final int[] roots;
    private final int[] steps;
    private final int[] ends;
    private final long[] bases;

    WalkPlan(EnsembleShape shape, TreeKeys keys) {
        this.shape = shape;
        this.keys = keys;
        this.bases = shape.bases();
        WalkLayout layout = new WalkLayout(shape, keys);
        this.nodes = layout.nodes;
        this.leaves = layout.leaves;
        this.roots = layout.roots;
        this.steps = layout.steps;
        this.ends = layout.ends;
    }

    @Override
    public Supplier<Workspace> workspaces(InputLayout layout) {
        return () -> new Workspace(bases.length, 0, 0);
    }

    @Override
    public void margins(InputRow row, Workspace work) {
        keys.fill(row, work);
        walk(work);
    }

    /** Computes the margins of a row that has values that no table knows. */
    void interpretedMargins(InputRow row, Workspace work) {
        keys.interpret(row, work);
        walk(work);
    }

    private void walk(Workspace work) {
        int[] row = work.keys(keys.length());
        int group = 0;
        for (int margin = 0; margin < bases.length; margin++) {
            long sum = bases[margin];
            for (; group < ends[margin]; group++) {
                sum += walk(row, group * TOGETHER, steps[group]);
            }
            work.margins[margin] = shape.margin(sum);
        }
    }

    private long walk(int[] row, int first, int depth) {
        int a = roots[first];
        int b = roots[first + 1];
        int c = roots[first + 2];
        int d = roots[first + 3];
        int e = roots[first + 4];
        int f = roots[first + 5];
        int g = roots[first + 6];
        int h = roots[first + 7];
        for (int step = 0; step < depth; step++) {
            a = next(row, a);
            b = next(row, b);
            c = next(row, c);
            d = next(row, d);
            e = next(row, e);
            f = next(row, f);
            g = next(row, g);
            h = next(row, h);
        }
        return (leaf(a) + leaf(b)) + (leaf(c) + leaf(d)) + ((leaf(e) + leaf(f)) + (leaf(g) + leaf(h)));
    }

    /** The left child if the key is below the threshold, else the one beside it. */
    private int next(int[] row, int node) {
        long key = row[nodes[node]];
        return nodes[node + 2] + (int) ((nodes[node + 1] - key - 1) >>> 63) * NODE;
    }

    private long leaf(int node) {
        return leaves[node / NODE];
    }

    @Override
    public String describe() {
        return "walk: " + shape.describe() + ", " + TOGETHER + " at a time, "
                + Kilobytes.of((long) nodes.length * Integer.BYTES + (long) leaves.length * Long.BYTES);
    }
}
