package io.mlops4j.api.event;

/**
 * Is told what happens. Called by the thread in which it happens, so it should be quick; what it throws is logged once,
 * counted, and disturbs nobody.
 */
@FunctionalInterface
public interface LifecycleListener {

    /**
     * Something happened.
     *
     * @param event what
     */
    void on(LifecycleEvent event);
}
