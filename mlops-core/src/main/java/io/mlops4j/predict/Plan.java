package io.mlops4j.predict;

/** A way to compute the margins of a row. Immutable; all that changes is in the workspace. */
interface Plan {

    /** What one computation needs, for rows whose columns stand in these places, and no others. */
    Workspace workspace(InputLayout layout);

    /**
     * Computes the margins of a row.
     *
     * @param row checked values
     * @param work takes the margins
     */
    void margins(InputRow row, Workspace work);

    /** What it is, for people. */
    String describe();
}
