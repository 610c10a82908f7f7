package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.Tree;
import io.mlops4j.api.train.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The trees as somebody would write them by hand for this one model, in the fastest layout that we know: a mask of surviving
 * leaves for each column and bin, small columns merged. Fields are read by name; the numbers that are known to be small are
 * found without a search; nothing is checked or counted, and only one thread may use it.
 */
final class HandTrees {

    /** Ages, years of schooling and hours a week are less. */
    private static final int SMALL = 128;

    private final int trees;
    private final float base;
    private final float[] leaves;
    private final int[][] cuts = new int[Person.NUMBERS.length][];
    private final long[][][] numberMasks = new long[Person.NUMBERS.length][][];
    private final Codes[] codes = new Codes[Person.CATEGORIES.length];
    private final long[][][] categoryMasks = new long[Person.CATEGORIES.length][][];
    private final long[] surviving;

    private final Masks age;
    private final Masks hours;
    private final Masks occupation;
    private final Masks country;
    private final Masks workclass;
    private final Masks race;
    private final Masks sex;
    private final Masks maritalStatus;
    private final Masks relationship;
    private final Masks education;
    private final Masks educationNum;
    private final long[][] workclassRaceSex;
    private final long[][] maritalStatusRelationship;
    private final long[][] educationBoth;

    HandTrees(Bundle bundle) {
        TreeEnsemble ensemble = (TreeEnsemble) bundle.form().orElseThrow();
        FeatureSpace space = bundle.space();
        trees = ensemble.trees().size();
        base = ensemble.base(0);
        leaves = new float[trees * 64];
        surviving = new long[trees];
        int[] owners = owners(space);
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = cuts(ensemble, space.names().indexOf(Person.NUMBERS[i]));
            numberMasks[i] = new long[cuts[i].length + 1][trees];
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new Codes(bundle.categories()
                    .get(bundle.input().position(Person.CATEGORIES[i]))
                    .names());
            categoryMasks[i] = new long[codes[i].size()][trees];
        }
        for (int tree = 0; tree < trees; tree++) {
            new Filler(ensemble.trees().get(tree), tree, space, owners).fill();
        }
        age = ofSmall(0);
        hours = ofSmall(5);
        occupation = Masks.of(categoryMasks[3]);
        country = Masks.of(categoryMasks[7]);
        workclass = Masks.of(categoryMasks[0]);
        race = Masks.of(categoryMasks[5]).behind(workclass.rows().length);
        Masks workclassRace = new Masks(workclass.with(race), new int[0]);
        sex = Masks.of(categoryMasks[6]).behind(workclassRace.rows().length);
        workclassRaceSex = workclassRace.with(sex);
        maritalStatus = Masks.of(categoryMasks[2]);
        relationship = Masks.of(categoryMasks[4]).behind(maritalStatus.rows().length);
        maritalStatusRelationship = maritalStatus.with(relationship);
        education = Masks.of(categoryMasks[1]);
        educationNum = ofSmall(2).behind(education.rows().length);
        educationBoth = education.with(educationNum);
    }

    /** The masks of each value of a number that is known to be small. */
    private Masks ofSmall(int number) {
        long[][] masks = new long[SMALL][];
        for (int value = 0; value < SMALL; value++) {
            masks[value] = numberMasks[number][bin(cuts[number], value)];
        }
        return Masks.of(masks);
    }

    /** For each feature the number of its column among the numbers, or −1 − its number among the categories. */
    private static int[] owners(FeatureSpace space) {
        int[] owners = new int[space.size()];
        for (FeatureSpace.Block block : space.blocks()) {
            int number = List.of(Person.NUMBERS).indexOf(block.column());
            int owner = number >= 0 ? number : -1 - List.of(Person.CATEGORIES).indexOf(block.column());
            Arrays.fill(owners, block.offset(), block.offset() + block.names().size(), owner);
        }
        return owners;
    }

    /** All numbers of the census are integers, so x &lt; t is x &lt; ⌈t⌉. */
    private static int[] cuts(TreeEnsemble ensemble, int feature) {
        TreeSet<Integer> cuts = new TreeSet<>();
        for (Tree tree : ensemble.trees()) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node) && tree.feature(node) == feature) {
                    cuts.add((int) Math.ceil(tree.threshold(node)));
                }
            }
        }
        return cuts.stream().mapToInt(Integer::intValue).toArray();
    }

    private final class Filler {

        private final Tree tree;
        private final int index;
        private final FeatureSpace space;
        private final int[] owners;
        private int nextLeaf;

        Filler(Tree tree, int index, FeatureSpace space, int[] owners) {
            this.tree = tree;
            this.index = index;
            this.space = space;
            this.owners = owners;
        }

        void fill() {
            for (long[][][] all : List.of(numberMasks, categoryMasks)) {
                for (long[][] column : all) {
                    for (long[] bin : column) {
                        bin[index] = -1;
                    }
                }
            }
            visit(0);
        }

        private void visit(int node) {
            if (tree.isLeaf(node)) {
                leaves[index * 64 + nextLeaf++] = tree.value(node);
                return;
            }
            int first = nextLeaf;
            visit(tree.left(node));
            int middle = nextLeaf;
            visit(tree.right(node));
            clear(node, ~range(first, middle), ~range(middle, nextLeaf));
        }

        private void clear(int node, long withoutLeft, long withoutRight) {
            int owner = owners[tree.feature(node)];
            if (owner >= 0) {
                int cut = (int) Math.ceil(tree.threshold(node));
                for (int bin = 0; bin < numberMasks[owner].length; bin++) {
                    boolean left = bin < cuts[owner].length && cuts[owner][bin] <= cut;
                    numberMasks[owner][bin][index] &= left ? withoutRight : withoutLeft;
                }
                return;
            }
            int which = -1 - owner;
            String feature = space.names().get(tree.feature(node));
            for (int code = 0; code < categoryMasks[which].length; code++) {
                boolean present = feature.equals(Person.CATEGORIES[which] + "=" + name(which, code));
                boolean left = present ? 1 < tree.threshold(node) : tree.defaultLeft(node);
                categoryMasks[which][code][index] &= left ? withoutRight : withoutLeft;
            }
        }

        private String name(int which, int code) {
            List<String> names = codes[which].names();
            return code < names.size() ? names.get(code) : code == names.size() ? "(missing)" : "(unseen)";
        }

        private static long range(int from, int to) {
            long upTo = to == 64 ? -1 : (1L << to) - 1;
            return upTo & -(1L << from);
        }
    }

    double score(Person person) {
        long[] a = age.rows()[age.cells()[person.age()]];
        long[] b = numberMasks[1][bin(cuts[1], person.fnlwgt())];
        long[] c = numberMasks[3][bin(cuts[3], person.capitalGain())];
        long[] d = numberMasks[4][bin(cuts[4], person.capitalLoss())];
        long[] e = hours.rows()[hours.cells()[person.hoursPerWeek()]];
        long[] f = workclassRaceSex[
                workclass.cells()[codes[0].of(person.workclass())]
                        + race.cells()[codes[5].of(person.race())]
                        + sex.cells()[codes[6].of(person.sex())]];
        long[] g = educationBoth[
                education.cells()[codes[1].of(person.education())]
                        + educationNum.cells()[person.educationNum()]];
        long[] h = maritalStatusRelationship[
                maritalStatus.cells()[codes[2].of(person.maritalStatus())]
                        + relationship.cells()[codes[4].of(person.relationship())]];
        long[] i = occupation.rows()[occupation.cells()[codes[3].of(person.occupation())]];
        long[] j = country.rows()[country.cells()[codes[7].of(person.nativeCountry())]];
        long[] left = surviving;
        for (int tree = 0; tree < left.length; tree++) {
            left[tree] = a[tree] & b[tree] & c[tree] & d[tree] & e[tree];
        }
        for (int tree = 0; tree < left.length; tree++) {
            left[tree] &= f[tree] & g[tree] & h[tree] & i[tree] & j[tree];
        }
        return 1 / (1 + Math.exp(-sum(left)));
    }

    private double sum(long[] left) {
        float first = base;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int tree = 0;
        for (; tree + 3 < trees; tree += 4) {
            first += leaves[tree * 64 + Long.numberOfTrailingZeros(left[tree])];
            second += leaves[tree * 64 + 64 + Long.numberOfTrailingZeros(left[tree + 1])];
            third += leaves[tree * 64 + 128 + Long.numberOfTrailingZeros(left[tree + 2])];
            fourth += leaves[tree * 64 + 192 + Long.numberOfTrailingZeros(left[tree + 3])];
        }
        for (; tree < trees; tree++) {
            first += leaves[tree * 64 + Long.numberOfTrailingZeros(left[tree])];
        }
        return (first + second) + (third + fourth);
    }

    /** How many cuts are not above the number, without a branch that depends on it. */
    private static int bin(int[] cuts, int value) {
        int base = 0;
        int length = cuts.length;
        while (length > 1) {
            int half = length >>> 1;
            base = cuts[base + half - 1] <= value ? base + half : base;
            length -= half;
        }
        return base + (length == 1 && cuts[base] <= value ? 1 : 0);
    }
}
