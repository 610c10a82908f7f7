package io.mlops4j.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.mlops4j.drift.Divergence;
import io.mlops4j.evaluate.OracleEntries.Computed;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What both kinds of drift have in common: distances of two rows of counts. */
final class DivergenceOracles {

    /** Counts in the same bins. */
    record Counted(long[] reference, long[] current) {

        double[] referenceShares() {
            return shares(reference);
        }

        double[] currentShares() {
            return shares(current);
        }

        private static double[] shares(long[] counts) {
            double sum = Arrays.stream(counts).sum();
            return Arrays.stream(counts).mapToDouble(count -> count / sum).toArray();
        }
    }

    private static final double LOG_2 = Math.log(2);

    private DivergenceOracles() {}

    /** Adds a distance if it is one that is built. */
    static boolean add(OracleEntries entries, String name, String field, JsonNode expected, Computed<Counted> counts) {
        Optional<ToDoubleFunction<Counted>> distance = distance(field);
        distance.ifPresent(built -> entries.number(name, expected, () -> built.applyAsDouble(counts.get())));
        return distance.isPresent();
    }

    private static Optional<ToDoubleFunction<Counted>> distance(String field) {
        return Stream.<ToDoubleFunction<Counted>>of(
                        switch (field) {
                            case "psi_eps_1e-4" -> c -> Divergence.psi(c.reference, c.current, 1e-4);
                            case "psi_eps_1e-6" -> c -> Divergence.psi(c.reference, c.current, 1e-6);
                            case "kl_ref_cur_eps_1e-4" -> c -> Divergence.kullbackLeibler(c.reference, c.current, 1e-4);
                            case "kl_cur_ref_eps_1e-4" -> c -> Divergence.kullbackLeibler(c.current, c.reference, 1e-4);
                            case "kl_ref_cur_no_eps" -> c -> Divergence.kullbackLeibler(c.reference, c.current);
                            case "kl_cur_ref_no_eps" -> c -> Divergence.kullbackLeibler(c.current, c.reference);
                            case "js_divergence_base_e" -> c -> Divergence.jensenShannon(c.reference, c.current);
                            case "js_distance_base_e" ->
                                c -> Math.sqrt(Divergence.jensenShannon(c.reference, c.current));
                            case "js_distance_base_2" ->
                                c -> Math.sqrt(Divergence.jensenShannon(c.reference, c.current) / LOG_2);
                            case "hellinger" -> c -> Divergence.hellinger(c.reference, c.current);
                            case "total_variation" -> c -> Divergence.totalVariation(c.reference, c.current);
                            case "l_infinity" -> c -> Divergence.lInfinity(c.reference, c.current);
                            default -> null;
                        })
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
