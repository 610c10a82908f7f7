package io.mlops4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.monitor.Alert;
import io.mlops4j.api.monitor.AlertSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Each rule of the contract notices the sink that breaks it. */
class AlertSinkContractTest {

    abstract static class Twin extends AlertSinkContract {

        final List<String> texts = Collections.synchronizedList(new ArrayList<>());

        @Override
        protected AlertSink sink() {
            return this::take;
        }

        abstract void take(Alert alert);

        @Override
        protected List<String> delivered() {
            return List.copyOf(texts);
        }
    }

    static class Twice extends Twin {
        @Override
        void take(Alert alert) {
            texts.add(alert.message());
            texts.add(alert.message());
        }
    }

    static class LatestFirst extends Twin {
        @Override
        void take(Alert alert) {
            texts.add(0, alert.message());
        }
    }

    static class Silent extends Twin {
        @Override
        void take(Alert alert) {
            texts.add("something is wrong with " + alert.version());
        }
    }

    static class Template extends Twin {
        @Override
        void take(Alert alert) {
            texts.add(String.format(Locale.ROOT, alert.message()));
        }
    }

    static class OnlyColumns extends Twin {
        @Override
        void take(Alert alert) {
            alert.breach().columns().stream().limit(1).forEach(column -> texts.add(alert.message()));
        }
    }

    @Test
    void noticesASinkThatDeliversTwice() {
        assertThat(ContractRun.failuresOf(Twice.class)).contains("deliversEachAlertOnceAndInOrder");
    }

    @Test
    void noticesASinkThatTurnsTheOrder() {
        assertThat(ContractRun.failuresOf(LatestFirst.class)).containsExactly("deliversEachAlertOnceAndInOrder");
    }

    @Test
    void noticesASinkThatLeavesOutWhatHappened() {
        assertThat(ContractRun.failuresOf(Silent.class))
                .containsExactly(
                        "deliversWhatLooksLikeMarkupOrATemplateAsText", "deliversWhichModelWhichVersionAndWhat");
    }

    @Test
    void noticesASinkThatTakesTextForATemplate() {
        assertThat(ContractRun.failuresOf(Template.class))
                .containsExactly("deliversWhatLooksLikeMarkupOrATemplateAsText");
    }

    @Test
    void noticesASinkThatDropsAlertsWithoutColumns() {
        assertThat(ContractRun.failuresOf(OnlyColumns.class))
                .containsExactly(
                        "deliversAlertsThatAreNotAboutColumns",
                        "deliversEachAlertOnceAndInOrder",
                        "takesAlertsOfSeveralMonitorsAtOnce");
    }
}
