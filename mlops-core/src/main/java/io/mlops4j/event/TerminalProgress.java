package io.mlops4j.event;

import io.mlops4j.api.event.LifecycleEvent;
import io.mlops4j.api.event.LifecycleListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Shows how far a run is: on a terminal a bar with rate and time left, elsewhere one plain line for each stage. Safe for use
 * by many threads.
 */
public final class TerminalProgress implements LifecycleListener {

    private static final int WIDTH = 24;
    private static final Duration REDRAWN_EVERY = Duration.ofMillis(100);

    private final PrintStream out;
    private final boolean bar;
    private Instant stageStart = Instant.EPOCH;
    private Instant drawn = Instant.EPOCH;
    private int drawnWidth;

    private TerminalProgress(PrintStream out, boolean bar) {
        this.out = out;
        this.bar = bar;
    }

    /**
     * A bar that draws over itself.
     *
     * @param out a terminal
     * @return the listener
     */
    public static TerminalProgress bar(PrintStream out) {
        return new TerminalProgress(out, true);
    }

    /**
     * Plain lines, for files and build logs.
     *
     * @param out takes the lines
     * @return the listener
     */
    public static TerminalProgress lines(PrintStream out) {
        return new TerminalProgress(out, false);
    }

    /**
     * A bar if the process has a terminal, plain lines otherwise.
     *
     * @param out the standard output
     * @return the listener
     */
    public static TerminalProgress auto(PrintStream out) {
        return new TerminalProgress(out, Terminal.isThere());
    }

    @Override
    public synchronized void on(LifecycleEvent event) {
        if (event instanceof LifecycleEvent.StageStarted started) {
            stageStart = started.at();
            drawn = Instant.EPOCH;
        } else if (event instanceof LifecycleEvent.StageProgressed progress) {
            if (bar && !progress.at().isBefore(drawn.plus(REDRAWN_EVERY))) {
                draw(progress);
            }
        } else {
            clear();
            out.println(EventText.of(event));
        }
    }

    private void draw(LifecycleEvent.StageProgressed progress) {
        drawn = progress.at();
        double share = progress.total() <= 0 ? 0 : Math.min(1.0, (double) progress.done() / progress.total());
        int full = (int) (share * WIDTH);
        String line = progress.stage() + " [" + "█".repeat(full) + "░".repeat(WIDTH - full) + "] " + progress.done()
                + "/" + progress.total() + pace(progress, share);
        out.print("\r" + line + " ".repeat(Math.max(0, drawnWidth - line.length())));
        out.flush();
        drawnWidth = line.length();
    }

    private String pace(LifecycleEvent.StageProgressed progress, double share) {
        double seconds = Duration.between(stageStart, progress.at()).toNanos() / 1e9;
        if (seconds <= 0 || share <= 0) {
            return "";
        }
        return String.format(
                Locale.ROOT, ", %.1f/s, %.0f s left", progress.done() / seconds, seconds * (1 - share) / share);
    }

    private void clear() {
        if (drawnWidth > 0) {
            out.print("\r" + " ".repeat(drawnWidth) + "\r");
            drawnWidth = 0;
        }
    }
}
