package io.mlops4j.deploy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.NotFoundException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.ModelRegistry;
import io.mlops4j.environment.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many models of one kind of row, ready in this process: loaded when somebody asks for them, and let go when there is no more
 * room. Safe for use by many threads.
 *
 * <p>An alias is looked up in the registry once; from then on it is followed by {@link #refresh()}, or by itself if the store
 * was opened so, and handing out what it names is two looks into maps. It moves when the next version is loaded and has given
 * its golden answers, and stays where it is as long as the registry cannot be asked.
 *
 * @param <I> the type of a row
 * @param <Y> the kind of answer
 */
public final class ModelStore<I, Y extends Prediction> implements AutoCloseable {

    private static final long MOST_ABSENT = 10_000;

    private final Supplier<ModelRegistry> registry;
    private final Environment environment;
    private final @Nullable LastGood lastGood;
    private final ModelCache<I, Y> cache;
    private final Map<String, Map<String, StoredAlias<I, Y>>> aliases = new ConcurrentHashMap<>();
    private final Cache<AliasName, RuntimeException> absent;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Runnable stopFollowing = () -> {};

    ModelStore(
            Supplier<ModelRegistry> registry,
            Opener<I, Y> opener,
            Environment environment,
            long limit,
            Duration failedFor,
            @Nullable LastGood lastGood) {
        this.registry = registry;
        this.environment = environment;
        this.lastGood = lastGood;
        this.cache = new ModelCache<>(
                new StoreLoading<>(opener, environment, this::copyOf), limit, failedFor, environment.ticker());
        this.absent = Caffeine.newBuilder()
                .maximumSize(MOST_ABSENT)
                .expireAfterWrite(failedFor)
                .ticker(environment.ticker()::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    private record AliasName(String model, String name) {}

    /** Says what is to be stopped when it is closed. */
    void onClose(Runnable stop) {
        stopFollowing = stop;
    }

    /**
     * A version, loaded if it is not there.
     *
     * @param model the name of the model
     * @param number the number of the version
     * @return the version
     * @throws NotFoundException if there is no such version
     * @throws io.mlops4j.api.error.MlopsException if it cannot be loaded, or could not be a moment ago
     * @throws IllegalStateException if its bundle is larger than all that the store holds, or the store is closed
     */
    public StoredModel<I, Y> version(String model, int number) {
        return ready(handle(new ModelCache.Key(model, number)));
    }

    /**
     * The version that is live, by the alias {@code champion}.
     *
     * @param model the name of the model
     * @return the version, loaded
     * @throws NotFoundException if nobody has the alias
     * @throws io.mlops4j.api.error.MlopsException as {@link #version}
     */
    public StoredModel<I, Y> champion(String model) {
        return alias(model, Alias.CHAMPION);
    }

    /**
     * The version that an alias names, as far as this store knows. Makes no object if the version is there.
     *
     * @param model the name of the model
     * @param name the alias
     * @return the version, loaded; it does not move with the alias, so ask again for each batch of rows
     * @throws NotFoundException if there is no such alias, or was none a moment ago
     * @throws io.mlops4j.api.error.MlopsException as {@link #version}
     */
    public StoredModel<I, Y> alias(String model, String name) {
        Map<String, StoredAlias<I, Y>> known = aliases.get(model);
        StoredAlias<I, Y> alias = known == null ? null : known.get(name);
        return ready((alias == null ? resolve(model, name) : alias).target());
    }

    private StoredModel<I, Y> ready(StoredModel<I, Y> model) {
        cache.predictor(model.key());
        return model;
    }

    private StoredModel<I, Y> handle(ModelCache.Key key) {
        return new StoredModel<>(key, cache);
    }

    private StoredAlias<I, Y> resolve(String model, String name) {
        cache.requireOpen();
        AliasName key = new AliasName(model, name);
        RuntimeException before = absent.getIfPresent(key);
        if (before != null) {
            throw before;
        }
        Copies copies = lastGood == null ? null : new Copies(lastGood, registry, model, name, environment.clock());
        try {
            StoredModel<I, Y> target = ready(handle(wanted(model, name)));
            StoredAlias<I, Y> alias = known(new StoredAlias<>(model, name, target, copies, false));
            alias.stands(alias.target());
            return alias;
        } catch (NotFoundException e) {
            absent.put(key, e);
            throw e;
        } catch (RuntimeException e) {
            if (copies == null) {
                throw e;
            }
            return fromCopy(model, name, copies, e);
        }
    }

    private ModelCache.Key wanted(String model, String name) {
        return registry.get()
                .alias(model, name)
                .map(alias -> new ModelCache.Key(model, alias.version()))
                .orElseThrow(() -> new NotFoundException(
                        "Model '" + model + "' has no alias '" + name + "'. Put the alias on a version."));
    }

    private StoredAlias<I, Y> fromCopy(String model, String name, Copies copies, RuntimeException failure) {
        LastGood.Copy copy = copies.instead(failure);
        StoredModel<I, Y> target = handle(new ModelCache.Key(model, copy.version()));
        StoredAlias<I, Y> alias = known(new StoredAlias<>(model, name, target, copies, true));
        try {
            ready(alias.target());
        } catch (RuntimeException e) {
            forget(alias);
            throw e;
        }
        alias.stays(Follower.text(failure));
        environment
                .emitter()
                .emit(new LifecycleEvent.StartedFromCopy(
                        environment.clock().instant(), model, copy.version(), copy.keptAt(), Follower.text(failure)));
        return alias;
    }

    private StoredAlias<I, Y> known(StoredAlias<I, Y> alias) {
        StoredAlias<I, Y> before = aliases.computeIfAbsent(alias.model(), model -> new ConcurrentHashMap<>())
                .putIfAbsent(alias.name(), alias);
        return before == null ? alias : before;
    }

    private void forget(StoredAlias<I, Y> alias) {
        aliases.getOrDefault(alias.model(), Map.of()).remove(alias.name(), alias);
    }

    private Optional<BundleContent> copyOf(ModelCache.Key key, RuntimeException failure) {
        return aliases.getOrDefault(key.model(), Map.of()).values().stream()
                .filter(alias -> alias.hasCopyOf(key.version()))
                .map(alias -> alias.copyInstead(failure))
                .filter(copy -> copy.version() == key.version())
                .map(LastGood.Copy::content)
                .findFirst();
    }

    /**
     * Looks now where the aliases stand that somebody has asked for, each with one indexed read: the path that the schedule
     * takes too. Never throws because of registry or models: what was named stays named, and {@link #troubles()} says why.
     */
    public void refresh() {
        each(this::follow);
    }

    private void each(Consumer<StoredAlias<I, Y>> action) {
        looking.lock();
        try {
            aliases.values().forEach(names -> names.values().forEach(action));
        } finally {
            looking.unlock();
        }
    }

    private void follow(StoredAlias<I, Y> alias) {
        try {
            ModelCache.Key wanted = wanted(alias.model(), alias.name());
            if (alias.isUnconfirmed()) {
                cache.forget(wanted); // the registry may have another bundle than the copy
            }
            boolean moved = !wanted.equals(alias.target().key());
            StoredModel<I, Y> next = moved ? handle(wanted) : alias.target();
            if (moved || alias.isUnconfirmed()) {
                ready(next);
            }
            alias.stands(next);
        } catch (NotFoundException e) {
            forget(alias);
        } catch (RuntimeException e) {
            alias.stays(Follower.text(e));
        }
    }

    /** Whether an alias of a model is followed. */
    boolean follows(String model) {
        return aliases.containsKey(model);
    }

    /**
     * Aliases that may stand elsewhere than where the registry has them, and why.
     *
     * @return one line for each, for people; empty if all is well
     */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        aliases.values()
                .forEach(names -> names.values().forEach(alias -> {
                    String trouble = alias.trouble();
                    if (trouble != null) {
                        troubles.add(trouble);
                    }
                }));
        return troubles;
    }

    /**
     * What was done and what is held.
     *
     * @return the counts at this moment
     */
    public ModelStoreCounts counts() {
        return cache.counts();
    }

    /** Stops following, and lets go of all models after their last call. Calls after it fail; closing twice is harmless. */
    @Override
    public void close() {
        stopFollowing.run();
        cache.close();
        aliases.clear();
    }
}
