package io.mlops4j.watch;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * A version that answers, as somebody who watches it sees it.
 *
 * @param version its number
 * @param reference what it is compared with
 * @param since since when it has its present place; another instant means that it left it and came back, or was counted anew
 * @param counts asks for what it met since then; safe at any time from any thread, never stops who counts, and what it gives
 *     never falls
 */
public record WatchedVersion(int version, ReferenceBins reference, Instant since, Supplier<Counts> counts) {}
