package io.mlops4j.predict;

import java.util.function.Supplier;

/** A way to compute the margins of a row. Immutable; all that changes is in the workspace. */
interface Plan {

    /** Makes what one computation needs, each time anew, for rows whose columns stand in these places, and no others. */
    Supplier<Workspace> workspaces(InputLayout layout);

    /**
     * Computes the margins of a row.
     *
     * @param row a row, not checked yet
     * @param work made by this plan for the layout of the row; takes the margins
     */
    void margins(InputRow row, Workspace work);

    /** What it is, for people. */
    String describe();
}
