package io.mlops4j.prepare;

/** What becomes of a category that no training row had. */
public enum Unseen {
    /** It is none of the features: the row has no entry for the column. */
    ABSENT,
    /** It is refused by an {@link io.mlops4j.api.error.InvalidDataException}. */
    REFUSE,
    /** It counts as {@code (other)}, with the rare ones; it is absent if no training row was put there. */
    OTHER
}
