package io.mlops4j.event;

import io.mlops4j.api.evaluate.Verdict;
import io.mlops4j.api.event.LifecycleEvent;
import java.time.Duration;
import java.util.Locale;

/** Events as lines that a person reads. Control characters are replaced, so that no text can forge a line. */
final class EventText {

    private EventText() {}

    static String of(LifecycleEvent event) {
        return oneLine(event.model() + ": " + what(event));
    }

    private static String what(LifecycleEvent event) {
        if (event instanceof LifecycleEvent.RunStarted started) {
            return "run started: " + String.join(" → ", started.stages());
        } else if (event instanceof LifecycleEvent.StageStarted stage) {
            return stage.stage() + " …";
        } else if (event instanceof LifecycleEvent.StageProgressed progress) {
            return progress.stage() + " " + progress.done() + " of " + progress.total();
        } else if (event instanceof LifecycleEvent.StageFinished stage) {
            return stage.stage() + " took " + seconds(stage.took()) + ": " + stage.outcome();
        } else if (event instanceof LifecycleEvent.RowsRejected rows) {
            return rows.source() + " has " + rows.rejected().count() + " broken rows that were left out: "
                    + rows.rejected().sample();
        } else if (event instanceof LifecycleEvent.ExpectationBroken broken) {
            return "warning: " + broken.violation();
        } else if (event instanceof LifecycleEvent.RunFinished run) {
            return "run took " + seconds(run.took()) + ": "
                    + run.verdict().getClass().getSimpleName().toLowerCase(Locale.ROOT) + ", bundle " + run.digest();
        } else if (event instanceof LifecycleEvent.RunFailed run) {
            return "run failed at " + run.stage() + ": " + run.reason();
        } else if (event instanceof LifecycleEvent.BundleLoaded loaded) {
            return "loaded bundle " + loaded.digest() + " in " + seconds(loaded.took());
        } else if (event instanceof LifecycleEvent.ExtraColumnsIgnored extra) {
            return "the rows have columns that the model does not read: " + extra.columns();
        }
        return afterTheRun(event);
    }

    private static String afterTheRun(LifecycleEvent event) {
        if (event instanceof LifecycleEvent.VersionRegistered registered) {
            return "registered " + registered.version();
        } else if (event instanceof LifecycleEvent.RegistrationRefused refused) {
            return "not registered: "
                    + (refused.verdict() instanceof Verdict.Rejected no ? no.reasons() : "nothing judged it");
        } else if (event instanceof LifecycleEvent.ApprovalDecided decided) {
            return "v" + decided.version().number() + " " + decided.version().approval();
        } else if (event instanceof LifecycleEvent.VersionChanged changed) {
            return "v" + changed.version().number() + " was " + changed.action().past();
        } else if (event instanceof LifecycleEvent.ModelDescribed known) {
            return "described: " + RegistryText.of(known.described());
        } else if (event instanceof LifecycleEvent.PolicySet set) {
            return "policy of " + set.alias() + ": " + RegistryText.of(set.policy());
        } else if (event instanceof LifecycleEvent.KeyTrustChanged changed) {
            return RegistryText.of(changed.key());
        } else if (event instanceof LifecycleEvent.AliasMoved moved) {
            return "alias " + moved.move();
        } else if (event instanceof LifecycleEvent.Swapped swapped) {
            return "swapped " + swapped.receipt();
        } else if (event instanceof LifecycleEvent.SwapFailed failed) {
            return "v" + failed.failure().version() + " cannot be live, "
                    + failed.failure().step() + ": " + failed.failure().reason();
        } else if (event instanceof LifecycleEvent.RegistryUnreachable unreachable) {
            return "the registry cannot be asked, what is live stays: " + unreachable.reason();
        } else if (event instanceof LifecycleEvent.StartedFromCopy copy) {
            return "started with the copy of v" + copy.version() + " that was kept at " + copy.keptAt() + ": "
                    + copy.reason();
        } else if (event instanceof LifecycleEvent.WindowChecked checked) {
            return "checked " + checked.report();
        } else if (event instanceof LifecycleEvent.AlertRaised raised) {
            return "alert: " + raised.alert().message();
        }
        return event.toString();
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R\\s*", " ").replaceAll("\\p{Cntrl}", "�");
    }
}
