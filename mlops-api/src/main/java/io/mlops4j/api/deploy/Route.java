package io.mlops4j.api.deploy;

/** For which of the live versions a row was meant. */
public enum Route {
    /** The version that most rows go to. */
    CHAMPION,
    /** The version that is tried on a share of the rows. */
    CHALLENGER
}
