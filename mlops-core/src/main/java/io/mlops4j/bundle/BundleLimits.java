package io.mlops4j.bundle;

import io.mlops4j.json.CanonicalJson;

/**
 * What a bundle may hold at most. Everything that a bundle declares is compared with these before memory is set aside for
 * it, so a hostile file costs no more than its own size and a small multiple.
 *
 * @param bytes the size of the whole bundle
 * @param entryBytes the size of one part
 * @param entries how many entries the container has
 * @param json the limits of parts in JSON
 * @param model the limits of the flat arrays
 */
public record BundleLimits(long bytes, long entryBytes, int entries, Json json, Model model) {

    private static final long MEBIBYTE = 1 << 20;

    /** What is used unless something else was asked for: 256 MiB, and far more of everything than models usually need. */
    public static final BundleLimits DEFAULTS = new BundleLimits(
            256 * MEBIBYTE,
            256 * MEBIBYTE,
            16,
            new Json(64 * MEBIBYTE, CanonicalJson.DEEPEST, 1 << 20, 32, 1_000_000, 2_000_000),
            new Model(16_000_000, 100_000, 8_000_000, 1000));

    /**
     * The limits of one part in JSON.
     *
     * @param bytes the size of the part
     * @param depth how deep objects and arrays lie in each other; the format itself allows 64 levels
     * @param stringLength the length of a text or key in UTF-16 units
     * @param numberLength the length of a number in digits and signs
     * @param arrayLength how many elements an array has
     * @param tokens how many brackets, keys and values there are in all
     */
    public record Json(long bytes, int depth, int stringLength, int numberLength, int arrayLength, long tokens) {

        /** Checks that every limit lets something through. */
        public Json {
            requirePositive(bytes, depth, stringLength, numberLength, arrayLength, tokens);
        }
    }

    /**
     * The limits of the flat arrays.
     *
     * @param weights how many weights a linear model has
     * @param trees how many trees there are
     * @param nodes how many nodes all trees have together
     * @param depth how many edges lie between a root and a leaf
     */
    public record Model(int weights, int trees, int nodes, int depth) {

        /** Checks that every limit lets something through. */
        public Model {
            requirePositive(weights, trees, nodes, depth);
        }
    }

    /** Checks that every limit lets something through. */
    public BundleLimits {
        requirePositive(bytes, entryBytes, entries);
    }

    /**
     * The same limits with another size, of the whole and of each part.
     *
     * @param most how many bytes
     * @return the limits
     */
    public BundleLimits withBytes(long most) {
        return new BundleLimits(most, most, entries, json, model);
    }

    /**
     * The same limits with others for JSON.
     *
     * @param most the limits of parts in JSON
     * @return the limits
     */
    public BundleLimits withJson(Json most) {
        return new BundleLimits(bytes, entryBytes, entries, most, model);
    }

    /**
     * The same limits with others for the flat arrays.
     *
     * @param most the limits of the flat arrays
     * @return the limits
     */
    public BundleLimits withModel(Model most) {
        return new BundleLimits(bytes, entryBytes, entries, json, most);
    }

    private static void requirePositive(long... limits) {
        for (long limit : limits) {
            if (limit < 1) {
                throw new IllegalArgumentException("A limit is at least 1, not " + limit + ".");
            }
        }
    }
}
