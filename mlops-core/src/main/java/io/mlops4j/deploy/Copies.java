package io.mlops4j.deploy;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.ModelRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copies of what one name of a model named last. */
final class Copies {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final LastGood folder;
    private final Supplier<ModelRegistry> registry;
    private final String model;
    private final String name;
    private final InstantSource clock;
    private int kept;
    private String told = "";

    /**
     * The copies of a name.
     *
     * @param name an alias, or {@code v3} for a version, which is no alias
     */
    Copies(LastGood folder, Supplier<ModelRegistry> registry, String model, String name, InstantSource clock) {
        this.folder = folder;
        this.registry = registry;
        this.model = model;
        this.name = name;
        this.clock = clock;
    }

    /** Keeps what is live, unless it is kept already. What goes wrong is logged and tried again with the next call. */
    synchronized void keep(int version) {
        keep(version, () -> {
            ModelRegistry open = registry.get();
            return open.content(open.version(model, version));
        });
    }

    /** Keeps what is about to be live, whose bundle is at hand. */
    synchronized void keep(int version, Bundle bundle) {
        keep(version, bundle::content);
    }

    private void keep(int version, Supplier<BundleContent> content) {
        if (version == kept) {
            return;
        }
        try {
            folder.keep(model, name, new LastGood.Copy(version, clock.instant(), content.get()));
            kept = version;
        } catch (RuntimeException e) {
            String problem = String.valueOf(e.getMessage());
            if (!problem.equals(told)) {
                LOG.warn("Model '{}' goes on, but a start without the registry would not find v{}", model, version, e);
                told = problem;
            }
        }
    }

    /**
     * The copy to start from.
     *
     * @param failure why the registry is of no use
     * @throws RuntimeException the failure, with why there is no copy, if there is none
     */
    LastGood.Copy instead(RuntimeException failure) {
        String why = "there is none";
        try {
            Optional<LastGood.Copy> found = folder.find(model, name);
            if (found.isPresent()) {
                return found.get();
            }
        } catch (RuntimeException e) {
            why = Follower.text(e);
        }
        throw new StorageException(
                "Model '" + model + "', " + name + " cannot be opened. The registry: " + Follower.text(failure)
                        + " The last good copy: " + why + ".",
                failure);
    }
}
