package io.mlops4j.predict;

import io.mlops4j.api.train.TreeEnsemble;

/** Chooses how an ensemble of trees is evaluated. */
final class TreePlans {

    /** A larger table would be read from memory, and a walk would be as fast. */
    static final long TABLE_LIMIT = 16L << 20;

    private TreePlans() {}

    /**
     * The fastest plan.
     *
     * @param tableLimit the most bytes of a mask table; 0 for a walk in any case
     */
    static Plan choose(Preparation preparation, TreeEnsemble ensemble, long tableLimit) {
        EnsembleShape shape = new EnsembleShape(ensemble);
        TestedFeatures tested = new TestedFeatures(ensemble);
        LateWalk walk = new LateWalk(() -> new WalkPlan(shape, new TreeKeys(preparation, tested)));
        if (tableLimit == 0 || !preparation.interpreted().isEmpty()) {
            return walk.get();
        }
        return MaskTable.of(preparation, shape, tested, tableLimit)
                .<Plan>map(table -> new MaskTablePlan(table, shape, walk))
                .orElseGet(walk::get);
    }
}
