package io.mlops4j.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.event.LifecycleEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void aBarShowsShareRateAndTimeLeft() {
        TerminalProgress bar = TerminalProgress.bar(out);

        bar.on(new LifecycleEvent.StageStarted(START, "m", "train"));
        bar.on(new LifecycleEvent.StageProgressed(START.plusSeconds(5), "m", "train", 25, 100));

        assertThat(text())
                .contains("train [██████░")
                .contains("25/100, 5.0/s, 15 s left")
                .startsWith("\r");
    }

    @Test
    void aBarIsNotRedrawnMoreOftenThanEyesCanSee() {
        TerminalProgress bar = TerminalProgress.bar(out);

        bar.on(new LifecycleEvent.StageStarted(START, "m", "train"));
        for (int i = 1; i <= 1000; i++) {
            bar.on(new LifecycleEvent.StageProgressed(START.plusNanos(i * 1_000L), "m", "train", i, 1000));
        }

        assertThat(text().chars().filter(c -> c == '\r').count()).isEqualTo(1);
    }

    @Test
    void plainLinesHaveNoControlCharactersAndOneLineAStage() {
        TerminalProgress lines = TerminalProgress.lines(out);

        lines.on(new LifecycleEvent.StageStarted(START, "m", "train"));
        lines.on(new LifecycleEvent.StageProgressed(START.plusSeconds(1), "m", "train", 1, 2));
        lines.on(
                new LifecycleEvent.StageFinished(START.plusSeconds(2), "m", "train", Duration.ofSeconds(2), "3 trees"));

        assertThat(text()).isEqualTo("m: train took 2.00 s: 3 trees" + System.lineSeparator());
    }

    @Test
    @Tag("T10")
    void noTextOfAnEventCanForgeALine() {
        TerminalProgress lines = TerminalProgress.lines(out);

        lines.on(new LifecycleEvent.RunFailed(START, "m", "read", "bad\r\nm: run took 1 s: approved\u001b[2J"));

        assertThat(text().lines()).hasSize(1);
        assertThat(text()).doesNotContain("\u001b");
    }

    @Test
    void everyEventReadsAsASentence() {
        Map<LifecycleEvent, String> sentences = EventSentences.all();

        assertThat(sentences.keySet().stream().map(Object::getClass).toList())
                .containsAll(List.of(LifecycleEvent.class.getPermittedSubclasses()));
        sentences.forEach(
                (event, sentence) -> assertThat(EventText.of(event)).isEqualTo(event.model() + ": " + sentence));
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
