package io.mlops4j.registry;

import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelRegistry;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.postgresql.ds.PGSimpleDataSource;

/** Registers a version and races for the champion, as often as it is told; prints the numbers that it got and its wins. */
public final class RacingProgram {

    private RacingProgram() {}

    /**
     * Runs it.
     *
     * @param arguments the rounds; {@code home} or {@code postgres}; the folder, and the address if there is one
     */
    public static void main(String[] arguments) {
        try (ModelRegistry registry = open(arguments)) {
            for (int round = Integer.parseInt(arguments[0]); round > 0; round--) {
                int number =
                        registry.register(Given.registration("bundle " + round)).number();
                System.out.println("version " + number);
                OptionalInt seen = registry.alias(Given.MODEL, Alias.CHAMPION)
                        .map(alias -> OptionalInt.of(alias.version()))
                        .orElse(OptionalInt.empty());
                try {
                    registry.move(Given.MODEL, Alias.CHAMPION, seen, OptionalInt.of(number), Given.ANN);
                    System.out.println("won " + number);
                } catch (ConflictException e) {
                    System.out.println("lost to " + e.present());
                }
            }
        }
    }

    private static ModelRegistry open(String[] arguments) {
        if (arguments[1].equals("home")) {
            return Registries.embedded(Path.of(arguments[2]));
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(arguments[3]);
        return Registries.sql(source, Registries.blobsIn(Path.of(arguments[2])));
    }
}
