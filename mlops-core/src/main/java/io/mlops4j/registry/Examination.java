package io.mlops4j.registry;

import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.error.CorruptArtifactException;
import io.mlops4j.api.registry.AuditCheck;
import io.mlops4j.api.registry.BlobStore;
import io.mlops4j.api.registry.StoredBlob;
import io.mlops4j.registry.Checkup.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Examines a whole registry once. What a listing leaves out is looked for by its name before it counts as missing. */
final class Examination {

    private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

    private final Database database;
    private final BlobStore blobs;

    private final List<Fault> rotten = new ArrayList<>();
    private final List<Fault> missing = new ArrayList<>();
    private long sound;
    private long bytes;
    private long needless;

    Examination(Database database, BlobStore blobs) {
        this.database = database;
        this.blobs = blobs;
    }

    /**
     * The rows at one moment.
     *
     * @param audit what is to be said of them
     * @param needed the digests, and which versions need them
     */
    private record Rows(AuditCheck audit, Map<String, List<String>> needed) {}

    Checkup run() {
        // before the blobs: what is registered from now on has its blob already
        Rows rows = database.read(
                "examine the audit",
                handle ->
                        new Rows(new AuditExamination(handle, Optional.empty()).run(), new NeededBlobs(handle).all()));
        Map<String, List<String>> left = new HashMap<>(rows.needed());
        try (Stream<StoredBlob> all = blobs.list()) {
            for (Iterator<StoredBlob> walk = all.iterator(); walk.hasNext(); ) {
                String digest = walk.next().digest();
                examine(digest, Optional.ofNullable(left.remove(digest)));
            }
        }
        left.forEach((digest, versions) -> examine(digest, Optional.of(versions)));
        return new Checkup(sound, bytes, needless, rotten, missing, rows.audit());
    }

    private void examine(String digest, Optional<List<String>> versions) {
        Optional<BundleContent> content;
        try {
            content = blobs.get(digest);
        } catch (CorruptArtifactException e) {
            quarantine(new Fault(digest, versions.orElse(List.of())));
            return;
        }
        if (content.isPresent()) {
            sound++;
            bytes += content.get().size();
            needless += versions.isPresent() ? 0 : 1;
        } else if (versions.isPresent()) {
            missing.add(new Fault(digest, versions.get()));
        }
    }

    private void quarantine(Fault fault) {
        blobs.quarantine(fault.digest());
        LOG.warn("Registry {}: {} rotted in the {} and was put aside", database.place(), fault, blobs);
        rotten.add(fault);
    }
}
