package io.mlops4j.registry;

import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.ModelVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What those who changed a registry were told; so it has to be there, whatever happens next. */
final class Acknowledged {

    private final Map<Integer, byte[]> bundles = new TreeMap<>();
    private final List<AliasMove> moves = new ArrayList<>();
    private final TreeSet<Integer> approved = new TreeSet<>();
    private final TreeSet<Integer> rejected = new TreeSet<>();
    private int count;

    void version(int number, byte[] bundle) {
        bundles.put(number, bundle);
        count++;
    }

    void move(AliasMove move) {
        moves.add(move);
        count++;
    }

    void decided(ModelVersion version) {
        (version.approval() instanceof Approval.Approved ? approved : rejected).add(version.number());
        count++;
    }

    int count() {
        return count;
    }

    /** What is lost of the rows. */
    List<String> missingFrom(List<ModelVersion> versions, List<AliasMove> history) {
        List<String> problems = new ArrayList<>();
        bundles.keySet().stream()
                .filter(number -> number > versions.size())
                .forEach(number -> problems.add("the acknowledged v" + number + " is not there"));
        if (!history.containsAll(moves)) {
            problems.add("of the acknowledged moves " + moves + " only these are there: " + history);
        }
        for (ModelVersion version : versions) {
            if (rejected.contains(version.number()) && !(version.approval() instanceof Approval.Rejected)) {
                problems.add("the acknowledged rejection of v" + version.number() + " is not there");
            } else if (approved.contains(version.number()) && version.approval() instanceof Approval.Pending) {
                problems.add("the acknowledged approval of v" + version.number() + " is not there");
            }
        }
        return problems;
    }

    boolean isOther(int number, byte[] bundle) {
        byte[] told = bundles.get(number);
        return told != null && !Arrays.equals(told, bundle);
    }
}
