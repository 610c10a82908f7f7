package io.mlops4j.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Which blobs versions need, within one transaction. */
final class NeededBlobs {

    /** Of a row of the versions: whether the version needs its bundle. */
    static final String NEEDS = "mlops_version.deletion <> 'final'";

    private final Handle handle;

    NeededBlobs(Handle handle) {
        this.handle = handle;
    }

    boolean contains(String digest) {
        return handle.createQuery("SELECT 1 FROM mlops_version WHERE digest = :digest AND " + NEEDS + " LIMIT 1")
                .bind("digest", digest)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The digests of all of them, and which versions need them, for people. */
    Map<String, List<String>> all() {
        Map<String, List<String>> needed = new TreeMap<>();
        handle.createQuery("SELECT model, number, digest FROM mlops_version WHERE " + NEEDS + " ORDER BY model, number")
                .setFetchSize(Columns.ROWS_AT_A_TIME)
                .map((row, context) -> needed.computeIfAbsent(row.getString("digest"), digest -> new ArrayList<>())
                        .add(row.getString("model") + " v" + row.getInt("number")))
                .forEach(added -> {});
        return needed;
    }
}
