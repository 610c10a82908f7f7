package io.mlops4j.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.LinearModel;
import io.mlops4j.api.train.Link;
import io.mlops4j.api.train.ModelForm;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random models over random rows give what the plainest interpreter gives. T14, T15: missing, unseen and extreme values. */
class CompiledModelAgreementTest {

    @Property(tries = 300)
    void smallTreesAsMasksAndAsWalk(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int columns, @ForAll Link link) {
        RandomCase rows = new RandomCase(seed, columns, false);
        int margins = link == Link.SOFTMAX ? 2 + rows.random.nextInt(4) : 1;
        ModelForm form = new RandomTrees(rows.random, rows.space.size())
                .ensemble(1 + rows.random.nextInt(30), 64, margins, link);
        compare(rows, form);
    }

    @Property(tries = 100)
    void treesTooLargeForMasks(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int columns) {
        RandomCase rows = new RandomCase(seed, columns, false);
        compare(rows, new RandomTrees(rows.random, rows.space.size()).ensemble(5, 300, 1, Link.LOGISTIC));
    }

    @Property(tries = 100)
    void treesOverText(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int columns) {
        RandomCase rows = new RandomCase(seed, columns, true);
        compare(rows, new RandomTrees(rows.random, rows.space.size()).ensemble(9, 16, 3, Link.SOFTMAX));
    }

    @Property(tries = 300)
    void linearModels(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int columns, @ForAll Link link) {
        RandomCase rows = new RandomCase(seed, columns, true);
        // numbers near 1e308 would make every margin overflow
        rows.steps.add(new TestStep(rows.schema.columns().stream()
                .filter(column -> rows.space.blocks().stream()
                        .anyMatch(block -> block.column().equals(column.name()) && !block.sparse()))
                .map(column -> TestStep.number(column.name(), value -> Math.max(-9, Math.min(9, value))))
                .toList()));
        compare(rows, linear(rows, link));
    }

    /** Numbers that keep their straight maps, a few of them so large that they are not taken for usual. */
    @Property(tries = 300)
    void linearModelsOverStraightNumbers(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int columns,
            @ForAll boolean interpreted,
            @ForAll Link link) {
        double[] numbers = {0, -0.0, 1, -1, 0.1, 39.5, -2e5, 1e-40, Double.MIN_VALUE, 1e100, -3e101};
        RandomCase rows = new RandomCase(seed, columns, interpreted, numbers);
        compare(rows, linear(rows, link));
    }

    private static LinearModel linear(RandomCase rows, Link link) {
        int margins = link == Link.SOFTMAX ? 2 + rows.random.nextInt(4) : 1;
        double[][] weights = new double[margins][rows.space.size()];
        for (double[] row : weights) {
            java.util.Arrays.setAll(row, i -> rows.random.nextDouble(-2, 2));
        }
        return new LinearModel(weights, rows.random.doubles(margins, -1, 1).toArray(), link);
    }

    @Example
    void oneTree() {
        RandomCase rows = new RandomCase(1, 5, false);
        compare(rows, new RandomTrees(rows.random, rows.space.size()).ensemble(1, 64, 1, Link.IDENTITY));
    }

    @Example
    void noTreeAtAll() {
        RandomCase rows = new RandomCase(2, 5, false);
        compare(rows, new TreeEnsemble(rows.space.size(), List.of(), new float[] {0.25f}, Link.LOGISTIC));
    }

    @Example
    void fiveHundredTrees() {
        RandomCase rows = new RandomCase(3, 12, false);
        compare(rows, new RandomTrees(rows.random, rows.space.size()).ensemble(500, 64, 1, Link.LOGISTIC));
    }

    @Example
    void treesOfOneLeaf() {
        RandomCase rows = new RandomCase(4, 3, false);
        compare(rows, new RandomTrees(rows.random, rows.space.size()).ensemble(20, 1, 3, Link.SOFTMAX));
    }

    @Example
    void treesOfOneLeafOverNumbersAlone() {
        Schema schema = Schema.of("Row", Column.of("x", ColumnType.NUMERIC));
        FeatureSpace space = new FeatureSpace(List.of(new FeatureSpace.Block("x", false, 0, List.of("x"))));
        TreeEnsemble leaf = new TreeEnsemble(
                1,
                List.of(new Tree(0, new int[1], new float[] {3}, new int[] {-1}, new int[] {-1}, new boolean[1])),
                new float[] {0.5f},
                Link.IDENTITY);
        CompiledModel model =
                CompiledModel.compile(schema, List.of(Dictionary.empty()), List.of(), space, leaf, Optional.empty());
        double[] scores = new double[2];

        model.score(Dataset.of(schema, List.of(NumericValues.wrap(new double[] {1, 2}))), scores);

        assertThat(scores).containsExactly(3.5, 3.5);
    }

    @Example
    void treesOfOneSplit() {
        RandomCase rows = new RandomCase(5, 6, false);
        compare(rows, new RandomTrees(rows.random, rows.space.size()).ensemble(50, 2, 1, Link.IDENTITY));
    }

    @Example
    void treesOfExactlySixtyFourLeavesAndOfOneMore() {
        RandomCase rows = new RandomCase(6, 6, false);
        RandomTrees trees = new RandomTrees(rows.random, rows.space.size());
        TreeEnsemble fitting =
                new TreeEnsemble(rows.space.size(), List.of(trees.tree(0, 64)), new float[1], Link.LOGISTIC);
        TreeEnsemble tooLarge =
                new TreeEnsemble(rows.space.size(), List.of(trees.tree(0, 65)), new float[1], Link.LOGISTIC);

        compare(rows, fitting);
        compare(rows, tooLarge);

        assertThat(compile(rows, fitting, TreePlans.TABLE_LIMIT).plan()).startsWith("mask table: 1 tree, ");
        assertThat(compile(rows, tooLarge, TreePlans.TABLE_LIMIT).plan()).startsWith("walk: 1 tree, ");
    }

    @Example
    void aTableBeyondItsLimitBecomesAWalk() {
        RandomCase rows = new RandomCase(7, 6, false);
        ModelForm form = new RandomTrees(rows.random, rows.space.size()).ensemble(40, 64, 1, Link.LOGISTIC);

        assertThat(compile(rows, form, 1 << 20).plan()).startsWith("mask table");
        assertThat(compile(rows, form, 1 << 10).plan()).startsWith("walk");
    }

    static void compare(RandomCase rows, ModelForm form) {
        int outputs = form.link() == Link.IDENTITY ? 1 : Math.max(2, form.margins());
        double[] expected = NaiveModel.score(rows.rows, rows.steps, rows.space, form);
        double[] masks = score(rows, form, TreePlans.TABLE_LIMIT);
        for (int i = 0; i < expected.length; i++) {
            assertThat(masks[i]).isCloseTo(expected[i], within(1e-12 * Math.max(1, Math.abs(expected[i]))));
        }
        for (int row = 0; row < rows.rows.size() && outputs > 1; row++) {
            int winner = Classification.winner(expected, row * outputs, outputs);
            assertThat(masks[row * outputs + winner])
                    .as("the class of row " + row)
                    .isGreaterThanOrEqualTo(java.util.Arrays.stream(masks, row * outputs, (row + 1) * outputs)
                                    .max()
                                    .orElseThrow()
                            - 1e-15);
        }
        assertThat(score(rows, form, 0)).as("the walk gives the same bits").isEqualTo(masks);
    }

    /** Scores all rows as a batch, and asserts that each alone gives the same bits. */
    static double[] score(RandomCase rows, ModelForm form, long tableLimit) {
        CompiledModel model = compile(rows, form, tableLimit);
        double[] batch = new double[rows.rows.size() * model.outputs()];
        model.score(rows.rows, batch);
        BoundModel<Integer> bound = model.bind(new DatasetRows(rows.rows));
        double[] single = new double[model.outputs()];
        for (int row = 0; row < rows.rows.size(); row++) {
            bound.score(row, single);
            for (int output = 0; output < single.length; output++) {
                assertThat(Double.doubleToRawLongBits(single[output]))
                        .as("row " + row + ", output " + output + ", " + model.plan())
                        .isEqualTo(Double.doubleToRawLongBits(batch[row * single.length + output]));
            }
            if (bound.isSingle()) {
                assertThat(bound.score(row)).isEqualTo(single[single.length - 1]);
            }
        }
        return batch;
    }

    static CompiledModel compile(RandomCase rows, ModelForm form, long tableLimit) {
        int classes = form.link() == Link.IDENTITY ? 0 : Math.max(2, form.margins());
        Optional<Classes> names = classes == 0
                ? Optional.empty()
                : Optional.of(Classes.of(
                        IntStream.range(0, classes).mapToObj(i -> "k" + i).toList(), Optional.empty()));
        return CompiledModel.compile(rows.schema, rows.dictionaries, rows.steps, rows.space, form, names, tableLimit);
    }
}
