package io.mlops4j.api.predict;

/** The class of each row. */
public final class ClassTruth implements Truth {

    private final Classes classes;
    private final int[] codes;

    private ClassTruth(Classes classes, int[] codes) {
        this.classes = classes;
        this.codes = codes;
    }

    /**
     * Truth from an array, which is not copied.
     *
     * @param classes the classes
     * @param codes the index of each row's class; the caller gives the array away and does not change it again
     * @return the truth
     */
    public static ClassTruth wrap(Classes classes, int[] codes) {
        return new ClassTruth(classes, codes);
    }

    /**
     * The classes.
     *
     * @return the classes, in order
     */
    public Classes classes() {
        return classes;
    }

    /**
     * The class of a row.
     *
     * @param row the row, from 0
     * @return the index of its class
     */
    public int code(int row) {
        return codes[row];
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public ClassTruth select(int[] rows) {
        int[] selected = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = codes[rows[i]];
        }
        return new ClassTruth(classes, selected);
    }
}
