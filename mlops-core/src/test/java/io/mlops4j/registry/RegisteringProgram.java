package io.mlops4j.registry;

import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.api.registry.ModelVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** Registers, approves, moves the champion and sweeps until it is killed, and prints what was acknowledged. */
public final class RegisteringProgram {

    private RegisteringProgram() {}

    /**
     * Runs it.
     *
     * @param arguments the home
     */
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        ModelRegistry registry = Registries.embedded(home);
        Upkeep upkeep = Registries.upkeep(home);
        String life = Long.toString(ProcessHandle.current().pid());
        for (int i = 0; ; i++) {
            ModelVersion version = registry.register(Given.registration("bundle " + life + " " + i));
            System.out.println("version " + version.number() + " " + version.digest() + " .");
            registry.approve(Given.MODEL, version.number(), Given.ANN);
            System.out.println("approved " + version.number() + " .");
            OptionalInt present = registry.alias(Given.MODEL, Alias.CHAMPION)
                    .map(alias -> OptionalInt.of(alias.version()))
                    .orElse(OptionalInt.empty());
            registry.move(Given.MODEL, Alias.CHAMPION, present, OptionalInt.of(version.number()), Given.ANN);
            System.out.println("champion " + version.number() + " .");
            // as somebody leaves it who dies before there is a row
            Registries.blobsIn(home.resolve("blobs")).put(Given.bundle("nobody's " + life + " " + i));
            upkeep.sweep(Duration.ZERO);
            System.out.println("swept .");
        }
    }
}
