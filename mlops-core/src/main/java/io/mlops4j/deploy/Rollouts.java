package io.mlops4j.deploy;

import io.mlops4j.api.data.Percent;
import io.mlops4j.api.deploy.Rollout;
import java.util.List;
import java.util.Optional;

/** The ways in which a version becomes live. */
public final class Rollouts {

    private Rollouts() {}

    /**
     * At once, for all rows.
     *
     * @return the rollout
     */
    public static Rollout.AllAtOnce allAtOnce() {
        return new Rollout.AllAtOnce();
    }

    /**
     * As a challenger beside the champion, until somebody promotes or ends it: a person, or the limits and the time that
     * are added to it. Without limits nothing ends it by itself.
     *
     * @param share which share of the rows it gets
     * @return the rollout
     */
    public static Rollout.Canary canary(Percent share) {
        return new Rollout.Canary(share, false, Optional.empty(), List.of(), Rollout.Canary.USUAL_MINIMUM);
    }
}
