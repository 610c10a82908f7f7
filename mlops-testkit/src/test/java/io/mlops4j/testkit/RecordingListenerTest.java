package io.mlops4j.testkit;

import static io.mlops4j.testkit.Failures.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.event.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingListenerTest {

    private static final LifecycleEvent STARTED =
            new LifecycleEvent.RunStarted(Instant.EPOCH, "survival", List.of("source", "train"));

    private final RecordingListener listener = new RecordingListener();

    private static LifecycleEvent finished(String stage) {
        return new LifecycleEvent.StageFinished(Instant.EPOCH, "survival", stage, Duration.ZERO, "fine");
    }

    @Test
    void remembersEverythingInOrder() {
        List.of(STARTED, finished("source"), finished("train")).forEach(listener::on);
        assertThat(listener.events()).containsExactly(STARTED, finished("source"), finished("train"));
        assertThat(listener.stages()).containsExactly("source", "train");
        assertThat(listener.events(LifecycleEvent.RunStarted.class))
                .containsExactly((LifecycleEvent.RunStarted) STARTED);
        assertThat(listener.only(LifecycleEvent.RunStarted.class)).isEqualTo(STARTED);
    }

    @Test
    void saysHowManyThereAreInsteadOfOne() {
        messageOf(() -> listener.only(LifecycleEvent.RunFailed.class))
                .contains("Expected one RunFailed, but there are 0");
        listener.on(finished("a"));
        listener.on(finished("b"));
        messageOf(() -> listener.only(LifecycleEvent.StageFinished.class)).contains("there are 2");
    }

    @Test
    void forgetsWhenItIsTold() {
        listener.on(STARTED);
        listener.clear();
        assertThat(listener.events()).isEmpty();
    }

    @Test
    void isNotChangedThroughWhatItGives() {
        listener.on(STARTED);
        List<LifecycleEvent> before = listener.events();
        listener.on(finished("source"));
        assertThat(before).containsExactly(STARTED);
    }
}
