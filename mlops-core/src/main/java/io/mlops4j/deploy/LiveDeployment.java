package io.mlops4j.deploy;

import io.mlops4j.api.deploy.Deployment;
import io.mlops4j.api.deploy.DeploymentStatus;
import io.mlops4j.api.deploy.Feedback;
import io.mlops4j.api.deploy.Rollout;
import io.mlops4j.api.deploy.Served;
import io.mlops4j.api.error.ConflictException;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.PredictionFailedException;
import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.predict.Prediction;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.environment.Environment;
import io.mlops4j.predict.ModelClosedException;
import io.mlops4j.watch.OutcomeListener;
import io.mlops4j.watch.Watched;
import io.mlops4j.watch.WatchedVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A deployment: predicting goes by one reference, changing goes one after the other. */
final class LiveDeployment<I, Y extends Prediction> implements Deployment<I, Y>, Watched {

    private final String model;
    private final Environment environment;
    private final LongSupplier ticker;
    private final PredictionTime time;
    private final Lanes lanes;
    private final Stage<I, Y> stage;
    private final Ladder<I, Y> ladder;
    private final KnownClasses classes;
    private final Memory memory;
    private final Truths truths;
    private final Journal journal;
    private final @Nullable Aliases aliases;
    private final @Nullable Follower<I, Y> follower;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Runnable stopFollowing = () -> {};

    LiveDeployment(
            String model,
            Environment environment,
            PredictionTime time,
            Stage<I, Y> stage,
            Ladder<I, Y> ladder,
            KnownClasses classes,
            Memory memory,
            Truths truths,
            Journal journal,
            @Nullable Aliases aliases,
            @Nullable Follower<I, Y> follower) {
        this.model = model;
        this.environment = environment;
        this.ticker = environment.ticker();
        this.time = time;
        this.lanes = new Lanes();
        this.stage = stage;
        this.ladder = ladder;
        this.classes = classes;
        this.memory = memory;
        this.truths = truths;
        this.journal = journal;
        this.aliases = aliases;
        this.follower = follower;
    }

    /** Says what is to be stopped when it is closed. */
    void onClose(Runnable stop) {
        stopFollowing = stop;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Served<Y> predict(I row) {
        return answer(row, null);
    }

    @Override
    public Served<Y> predict(I row, String key) {
        return answer(row, key);
    }

    private Served<Y> answer(I row, @Nullable String key) {
        if (row == null) {
            ladder.refuse();
            throw new InvalidDataException("The row is null. Pass a row of model '" + model + "'.");
        }
        Lane lane = lanes.take();
        try {
            long start = ticker.getAsLong();
            long id = lanes.nextId(lane, time.firstId(start));
            while (true) {
                Lineup<I, Y> lineup = stage.lineup();
                try {
                    Served<Y> served = ladder.answer(lineup, row, key, lane, id, start);
                    if (served.version() == 0) {
                        lane.remember(memory, id, 0, 0);
                    }
                    return served;
                } catch (ModelClosedException e) {
                    if (stage.lineup() == lineup) {
                        throw new PredictionFailedException("A live version of model '" + model + "' is closed.", e);
                    } // else it was swapped out on the way: the present one answers
                }
            }
        } finally {
            lanes.give(lane);
        }
    }

    @Override
    public Feedback feedback(long id, String truth) {
        stage.lineup();
        TruthMeasure measure = new TruthMeasure.OfClass(truth, classes::of);
        classes.requireSome(measure);
        return truths.tell(id, measure);
    }

    @Override
    public Feedback feedback(long id, double truth) {
        stage.lineup();
        TruthMeasure measure = new TruthMeasure.OfNumber(truth, classes::of);
        classes.requireSome(measure);
        return truths.tell(id, measure);
    }

    @Override
    public DeploymentStatus status() {
        Lineup<I, Y> now = stage.lineup();
        return new DeploymentStatus(
                model,
                environment.clock().instant(),
                now.champion().status(),
                Optional.ofNullable(now.challenger()).map(Seat::status),
                Optional.ofNullable(now.previous()).map(Seat::status),
                ladder.fallbacks(),
                ladder.unanswered(),
                ladder.refused(),
                truths.counts(),
                journal.failures(),
                journal.registryError(),
                journal.staleSince(),
                journal.receipts());
    }

    @Override
    public void refresh() {
        change(() -> {
            if (follower != null && stage.isOpen()) {
                follower.refresh();
            }
            return model;
        });
    }

    @Override
    public void rollOut(int version, Rollout how) {
        change(() -> {
            new Launch(aliases(), journal).beginAnew(version, how);
            Follower<I, Y> following = Objects.requireNonNull(follower);
            if (how instanceof Rollout.Canary canary) {
                following.tryBy(canary);
            }
            following.follow();
            return model;
        });
    }

    @Override
    public AliasMove promote(String reason) {
        return move(known -> {
            Alias challenger = known.challenger().orElseThrow(known::noChallenger);
            return known.promote(challenger.version(), reason);
        });
    }

    @Override
    public AliasMove rollback(String reason) {
        return move(known -> {
            Optional<Alias> challenger = known.challenger();
            return challenger.isPresent()
                    ? known.endChallenger(challenger.get().version(), reason)
                    : known.rollBackChampion(reason);
        });
    }

    @Override
    public void rollback(int version, String reason) {
        move(known -> {
            Alias champion = known.champion().orElseThrow(known::noChampion);
            if (champion.version() != version) {
                throw new ConflictException(
                        "Version " + version + " of model '" + model + "' is not the champion any more, v"
                                + champion.version() + " is. Look again.",
                        "v" + champion.version());
            }
            return known.rollBackChampion(reason);
        });
    }

    private interface Move {
        AliasMove with(Aliases aliases);
    }

    private AliasMove move(Move move) {
        return change(() -> {
            AliasMove made = move.with(aliases());
            Objects.requireNonNull(follower).follow();
            return made;
        });
    }

    /** The aliases that this deployment follows; refuses one that follows none, or is closed. */
    private Aliases aliases() {
        int champion = stage.lineup().champion().version();
        Aliases followed = aliases;
        if (followed == null) {
            throw new ConflictException(
                    "The deployment of model '" + model
                            + "' is fixed to a version and follows no alias. Open one that follows an alias.",
                    "v" + champion);
        }
        return followed;
    }

    /** Changes one after the other; listeners are told afterwards, and may change something themselves. */
    private <T> T change(Supplier<T> change) {
        List<LifecycleEvent> events = List.of();
        changing.lock();
        try {
            return change.get();
        } finally {
            events = journal.takeUntold();
            changing.unlock();
            events.forEach(environment.emitter()::emit);
        }
    }

    @Override
    public void close() {
        stopFollowing.run();
        change(() -> {
            stage.close();
            return model;
        });
    }

    @Override
    public WatchedVersion champion() {
        return stage.lineup().champion().watched();
    }

    @Override
    public long latestId() {
        return lanes.mark(time.firstId(ticker.getAsLong()));
    }

    @Override
    public Listening listen(OutcomeListener listener) {
        return truths.listen(listener);
    }

    /** How many lanes were needed so far. */
    int lanes() {
        return lanes.size();
    }
}
