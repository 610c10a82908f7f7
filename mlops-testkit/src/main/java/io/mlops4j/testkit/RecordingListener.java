package io.mlops4j.testkit;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers every event. Safe for use by many threads.
 *
 * <pre>{@code
 * RecordingListener events = new RecordingListener();
 * // … run a pipeline with it …
 * assertThat(events.stages()).containsExactly("source", "validate", "split", "train", "evaluate");
 * assertThat(events.only(LifecycleEvent.RunFinished.class).verdict()).isApproved();
 * }</pre>
 */
public final class RecordingListener implements LifecycleListener {

    private final List<LifecycleEvent> events = new CopyOnWriteArrayList<>();

    /** A listener that has heard nothing yet. */
    public RecordingListener() {}

    @Override
    public void on(LifecycleEvent event) {
        events.add(event);
    }

    /**
     * Everything that happened.
     *
     * @return a copy, in the order in which it was heard
     */
    public List<LifecycleEvent> events() {
        return List.copyOf(events);
    }

    /**
     * What happened of one kind.
     *
     * @param kind the kind of event
     * @param <E> the kind of event
     * @return a copy, in the order in which it was heard; may be empty
     */
    public <E extends LifecycleEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * The one event of a kind.
     *
     * @param kind the kind of event
     * @param <E> the kind of event
     * @return the event
     * @throws AssertionError if there is none, or there are several
     */
    public <E extends LifecycleEvent> E only(Class<E> kind) {
        List<E> found = events(kind);
        if (found.size() != 1) {
            throw new AssertionError(
                    "Expected one " + kind.getSimpleName() + ", but there are " + found.size() + " among " + events);
        }
        return found.get(0);
    }

    /**
     * The stages that ended well.
     *
     * @return their names, in the order in which they ended
     */
    public List<String> stages() {
        return events(LifecycleEvent.StageFinished.class).stream()
                .map(LifecycleEvent.StageFinished::stage)
                .toList();
    }

    /** Forgets everything. */
    public void clear() {
        events.clear();
    }
}
