package io.mlops4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.Approval;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing that it acknowledged, and leaves nothing that is half there. */
@Tag("F02")
@Tag("F32")
class KilledProcessTest {

    private static final int KILLS = Boolean.getBoolean("mlops.soak") ? 200 : 4;

    @TempDir
    private Path home;

    private final TreeMap<Integer, String> acknowledged = new TreeMap<>();
    private final List<Integer> approved = new ArrayList<>();
    private final List<Integer> champions = new ArrayList<>();
    private int sweeps;

    @Test
    void everythingAcknowledgedIsThereAfterKill9() throws Exception {
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child = new ChildJvm(RegisteringProgram.class, home.toString())) {
                for (int lines = 1 + random.nextInt(25); lines > 0; lines--) {
                    note(child.line());
                }
                // wherever it is now
                child.kill();
                child.lines().forEach(this::note);
            }
            requireAllOfIt();
        }
        System.out.println(KILLS + " kills, lost: 0 of " + acknowledged.size() + " versions, " + approved.size()
                + " approvals, " + champions.size() + " moves; " + sweeps + " sweeps");
        assertThat(sweeps).isPositive();
    }

    /** The last line may be cut off; then it has no full stop, and was not acknowledged. */
    private void note(String line) {
        String[] words = line.split(" ");
        if (!line.endsWith(" .")) {
            return;
        }
        switch (words[0]) {
            case "version" -> acknowledged.put(Integer.valueOf(words[1]), words[2]);
            case "approved" -> approved.add(Integer.valueOf(words[1]));
            case "champion" -> champions.add(Integer.valueOf(words[1]));
            case "swept" -> sweeps++;
            default -> throw new AssertionError(line);
        }
    }

    private void requireAllOfIt() {
        try (ModelRegistry registry = Registries.embedded(home);
                Upkeep upkeep = Registries.upkeep(home)) {
            Checkup checkup = upkeep.check();
            assertThat(checkup.sound()).as("%s", checkup).isTrue();
            List<ModelVersion> versions = registry.versions(Given.MODEL);
            assertThat(versions).hasSizeGreaterThanOrEqualTo(acknowledged.lastKey());
            for (int i = 0; i < versions.size(); i++) {
                assertThat(versions.get(i).number()).as("no gap").isEqualTo(i + 1);
            }
            acknowledged.forEach((number, digest) ->
                    assertThat(versions.get(number - 1).digest()).isEqualTo(digest));
            approved.forEach(
                    number -> assertThat(versions.get(number - 1).approval()).isInstanceOf(Approval.Approved.class));
            List<Integer> history = registry.history(Given.MODEL, Alias.CHAMPION).stream()
                    .map(AliasMove::to)
                    .map(to -> to.orElseThrow())
                    .toList();
            assertThat(history).containsSubsequence(champions);
        }
    }
}
