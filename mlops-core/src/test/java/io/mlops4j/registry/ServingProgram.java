package io.mlops4j.registry;

import io.mlops4j.Mlops;
import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.data.Rows;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A service: answers without a pause until a file says that it shall end. Prints which version answers and whether the
 * registry can be asked, whenever that changes, and at the end how many rows it could not answer.
 */
public final class ServingProgram {

    private static final Penguin ROW = new Penguin(5100, 219, "Biscoe", "male");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Path end;
    private int version;
    private boolean stale;
    private long answers;
    private long failures;

    private ServingProgram(Path end) {
        this.end = end;
    }

    /**
     * Runs it.
     *
     * @param arguments the address of the database, the folder of the blobs, that of the copies, and the file
     */
    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(arguments[0]);
        try (Mlops mlops = Mlops.builder()
                        .database(database, Registries.blobsIn(Path.of(arguments[1])))
                        .keepLastGoodIn(Path.of(arguments[2]))
                        .build();
                Deployment<Penguin, Classification> live = mlops.deployment(
                                "penguins", Rows.of(Penguin.class), Classification.class)
                        .every(PAUSE)
                        .open()) {
            new ServingProgram(Path.of(arguments[3])).serve(live);
        }
    }

    private void serve(Deployment<Penguin, Classification> live) {
        while (!Files.exists(end)) {
            for (int i = 0; i < 1000; i++) {
                answer(live);
            }
            DeploymentStatus status = live.status();
            if (status.staleSince().isPresent() != stale) {
                stale = !stale;
                System.out.println(stale ? "stale" : "fresh");
            }
        }
        System.out.println((answers > 0 ? "answered" : "idle") + ", failures " + failures);
    }

    private void answer(Deployment<Penguin, Classification> live) {
        try {
            int by = live.predict(ROW).version();
            answers++;
            if (by != version) {
                version = by;
                System.out.println("serves v" + by);
            }
        } catch (RuntimeException e) {
            failures++;
        }
    }
}
