package io.mlops4j.tribuo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object in the bytes of a booster, whose members must have the types that XGBoost gives them. */
final class BoosterNode {

    private final String path;
    private final Map<?, ?> members;

    private BoosterNode(String path, Map<?, ?> members) {
        this.path = path;
        this.members = members;
    }

    static BoosterNode root(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new BoosterNode("", map);
        }
        throw new IllegalArgumentException("it is no object");
    }

    BoosterNode object(String key) {
        if (members.get(key) instanceof Map<?, ?> map) {
            return new BoosterNode(path + "/" + key, map);
        }
        throw wrong(key, "an object");
    }

    List<BoosterNode> objects(String key) {
        if (members.get(key) instanceof List<?> list) {
            return list.stream()
                    .map(item -> {
                        if (item instanceof Map<?, ?> map) {
                            return new BoosterNode(path + "/" + key + "[]", map);
                        }
                        throw wrong(key, "a list of objects");
                    })
                    .toList();
        }
        throw wrong(key, "a list");
    }

    String text(String key) {
        if (members.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    /** Integers, whether they come as an array of one type or as a list. */
    int[] integers(String key) {
        if (members.get(key) instanceof int[] array) {
            return array;
        } else if (members.get(key) instanceof List<?> list) {
            int[] array = new int[list.size()];
            for (int i = 0; i < array.length; i++) {
                if (list.get(i) instanceof Long number) {
                    array[i] = Math.toIntExact(number);
                } else {
                    throw wrong(key, "a list of integers");
                }
            }
            return array;
        }
        throw wrong(key, "a list of integers");
    }

    float[] numbers(String key) {
        if (members.get(key) instanceof float[] array) {
            return array;
        }
        throw wrong(key, "an array of numbers");
    }

    void requireEmpty(String key) {
        if (integers(key).length != 0) {
            throw wrong(key, "an empty list");
        }
    }

    /** These members and no others: a key that XGBoost looks for and does not find would be its own error. */
    void requireKeys(String... keys) {
        if (!members.keySet().equals(Set.of(keys))) {
            throw new IllegalArgumentException("'" + path + "' does not have the members that XGBoost writes");
        }
    }

    void require(String key, String expected) {
        if (!text(key).equals(expected)) {
            throw wrong(key, "'" + expected + "'");
        }
    }

    void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("at '" + path + "' " + rule);
        }
    }

    private IllegalArgumentException wrong(String key, String expected) {
        return new IllegalArgumentException("'" + path + "/" + key + "' is not " + expected);
    }
}
