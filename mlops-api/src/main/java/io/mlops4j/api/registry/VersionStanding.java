package io.mlops4j.api.registry;

/** Where a version is in its life; {@link VersionAction} says what leads from one to another. */
public enum VersionStanding {
    /** Nobody decided yet. */
    PENDING,
    /** Somebody approved it. */
    APPROVED,
    /** Somebody rejected it. */
    REJECTED,
    /** Somebody deleted it; it can still be restored. */
    DELETED,
    /** Its bundle is given up. Its row stays, so that its number is never used again. */
    PURGED
}
