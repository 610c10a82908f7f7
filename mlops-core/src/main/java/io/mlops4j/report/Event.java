package io.mlops4j.report;

import io.mlops4j.api.deploy.SwapReceipt;
import io.mlops4j.api.registry.Alias;
import io.mlops4j.api.registry.AliasMove;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Something that happened while a model was watched.
 *
 * @param at when
 * @param label a word or two
 * @param text the whole of it
 */
record Event(Instant at, String label, String text) {

    private static final Set<String> SERVED = Set.of(Alias.CHAMPION, Alias.CHALLENGER);

    /** The moves of what is served, or if the registry gave none the swaps of this process. */
    static List<Event> of(Life life) {
        List<Event> moves = life.moves().stream()
                .filter(move -> SERVED.contains(move.alias()))
                .map(Event::of)
                .sorted(Comparator.comparing(Event::at))
                .toList();
        return moves.isEmpty() ? swaps(life) : moves;
    }

    private static Event of(AliasMove move) {
        return of(move.at(), move.alias(), move.to(), move.decision().toString());
    }

    private static List<Event> swaps(Life life) {
        return life.status().receipts().stream()
                .map(Event::of)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private static Event of(SwapReceipt receipt) {
        return of(receipt.at(), SwapSection.place(receipt.route()), receipt.to(), receipt.reason());
    }

    private static Event of(Instant at, String place, OptionalInt to, String reason) {
        String arrow = "→ " + (to.isPresent() ? "v" + to.getAsInt() : "none");
        return new Event(
                at,
                (place.equals(Alias.CHAMPION) ? "" : "try ") + arrow,
                Times.at(at) + " " + place + " " + arrow + ": " + reason);
    }
}
