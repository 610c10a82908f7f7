package io.mlops4j.examples.census;

import java.util.List;

/** What came of the life after the training. */
record Life(List<String> driftedColumns, String refusedCriterion, int championVersion) {}
