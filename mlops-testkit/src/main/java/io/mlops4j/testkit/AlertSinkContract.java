package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.AlertSink;
import io.mlops4j.api.monitor.Breach;
import io.mlops4j.api.monitor.Signal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AlertSink} has to do. An implementation inherits the tests:
 *
 * <pre>{@code
 * class MailSinkTest extends AlertSinkContract {
 *
 *     private final List<String> mails = new CopyOnWriteArrayList<>();
 *
 *     @Override
 *     protected AlertSink sink() {
 *         return new MailSink(mails::add);
 *     }
 *
 *     @Override
 *     protected List<String> delivered() {
 *         return mails;
 *     }
 * }
 * }</pre>
 */
@Tag("F24")
public abstract class AlertSinkContract {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final int MANY = 20;

    /** For subclasses. */
    protected AlertSinkContract() {}

    /**
     * The sink under test, which works.
     *
     * @return the same sink, or one that delivers to the same place
     */
    protected abstract AlertSink sink();

    /**
     * What has arrived where the sink delivers to, as text for people. A sink that hands on later has handed on before this
     * answers.
     *
     * @return one text an alert, in the order of arrival
     */
    protected abstract List<String> delivered();

    private static Alert alert(int number, List<String> columns) {
        Breach breach = new Breach(new Signal.ErrorRate().above(0.25), 0.5, columns);
        return new Alert(NOW, "survival", number, breach, "survival v" + number + ", 1000 rows: " + breach);
    }

    @Test
    void deliversWhichModelWhichVersionAndWhat() {
        sink().send(alert(7, List.of("age")));
        assertThat(delivered()).hasSize(1);
        assertThat(delivered().get(0)).contains("survival", "7", "error rate", "age");
    }

    @Test
    void deliversAlertsThatAreNotAboutColumns() {
        sink().send(alert(1, List.of()));
        assertThat(delivered()).hasSize(1);
    }

    @Test
    void deliversEachAlertOnceAndInOrder() {
        AlertSink sink = sink();
        IntStream.range(0, MANY).forEach(i -> sink.send(alert(1000 + i, List.of())));
        List<String> texts = delivered();
        assertThat(texts).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(texts.get(i)).contains("" + (1000 + i));
        }
    }

    @Test
    @Tag("T10")
    void deliversWhatLooksLikeMarkupOrATemplateAsText() {
        Breach breach = new Breach(new Signal.ErrorRate().above(0.25), 0.5, List.of("{}%s${x}"));
        sink().send(new Alert(NOW, "survival", 1, breach, "survival v1: {} %s ${x} in [{}%s${x}]"));
        assertThat(delivered()).hasSize(1);
        assertThat(delivered().get(0)).contains("%s").contains("x}");
    }

    @Test
    void takesAlertsOfSeveralMonitorsAtOnce() throws Exception {
        AlertSink sink = sink();
        Concurrently.call(4, () -> {
            IntStream.range(0, MANY).forEach(i -> sink.send(alert(i, List.of())));
            return true;
        });
        assertThat(delivered()).hasSize(4 * MANY);
    }
}
