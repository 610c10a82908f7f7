package io.mlops4j.api.registry;

import java.util.List;
import java.util.Map;

/**
 * All of a version that may change.
 *
 * @param approval whether somebody lets it go live
 * @param deletion whether it was deleted
 * @param tags what people call it: at most 50 names, each of letters, digits, dot, hyphen and underscore, at most 100, with
 *     values of one line, at most 500
 * @param signatures who vouches for its bundle, at most one of each key
 */
public record VersionState(
        Approval approval, Deletion deletion, Map<String, String> tags, List<BundleSignature> signatures) {

    /** What a version begins with. */
    public static final VersionState FRESH =
            new VersionState(new Approval.Pending(), Deletion.NONE, Map.of(), List.of());

    /** How far the deletion of a version went. */
    public enum Deletion {
        /** It is there. */
        NONE,
        /** It was deleted, and can be restored. */
        SOFT,
        /** Its bundle was given up. */
        FINAL
    }

    /** Copies the collections and checks the tags. */
    public VersionState {
        Names.requireTags(tags);
        tags = Map.copyOf(tags);
        signatures = List.copyOf(signatures);
    }

    /**
     * Where it is in its life.
     *
     * @return the standing: what was deleted is that, whatever its approval
     */
    public VersionStanding standing() {
        return switch (deletion) {
            case SOFT -> VersionStanding.DELETED;
            case FINAL -> VersionStanding.PURGED;
            case NONE ->
                approval instanceof Approval.Approved
                        ? VersionStanding.APPROVED
                        : approval instanceof Approval.Rejected ? VersionStanding.REJECTED : VersionStanding.PENDING;
        };
    }

    /**
     * The same state with another approval.
     *
     * @param other the approval
     * @return a state that differs in nothing else
     */
    public VersionState with(Approval other) {
        return new VersionState(other, deletion, tags, signatures);
    }

    /**
     * The same state, deleted or not.
     *
     * @param other how far the deletion went
     * @return a state that differs in nothing else
     */
    public VersionState with(Deletion other) {
        return new VersionState(approval, other, tags, signatures);
    }

    /**
     * The same state with other tags.
     *
     * @param other all of the tags
     * @return a state that differs in nothing else
     */
    public VersionState with(Map<String, String> other) {
        return new VersionState(approval, deletion, other, signatures);
    }

    /**
     * The same state with other signatures.
     *
     * @param other all of the signatures
     * @return a state that differs in nothing else
     */
    public VersionState with(List<BundleSignature> other) {
        return new VersionState(approval, deletion, tags, other);
    }
}
