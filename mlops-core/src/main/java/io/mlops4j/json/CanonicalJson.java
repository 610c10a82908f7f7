package io.mlops4j.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON by RFC 8785: keys in the order of their UTF-16 units, no white space, the fewest escapes, numbers as
 * {@link EcmaNumber}. Equal values have equal bytes, on every JDK and in every locale.
 */
public final class CanonicalJson {

    /** No part needs more; a list that holds itself needs all. */
    public static final int DEEPEST = 64;

    private static final long EXACT = 1L << 53;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();
    /** Keys, and indices of lists. */
    private final Deque<Object> path = new ArrayDeque<>();

    private CanonicalJson() {}

    /**
     * The bytes of a value.
     *
     * @param value a string, boolean, number, list, map with text as keys, {@link JsonObject} or null
     * @return its one form, in UTF-8
     * @throws IllegalArgumentException if something in it is none of these, with the path to it
     */
    public static byte[] write(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Integer || value instanceof Long) {
            integer(((Number) value).longValue());
        } else if (value instanceof JsonObject object) {
            object(object.members());
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else {
            throw refused("a " + value.getClass().getName() + " is not a JSON value");
        }
    }

    private void object(Map<?, ?> map) {
        // String's own order is that of the UTF-16 units
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof String key)) {
                throw refused("a key of an object is a text");
            }
            sorted.put(key, member.getValue());
        }
        open('{');
        String separator = "";
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            out.append(separator);
            text(member.getKey());
            out.append(':');
            inside(member.getKey(), member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void array(List<?> list) {
        open('[');
        int index = 0;
        for (Iterator<?> elements = list.iterator(); elements.hasNext(); index++) {
            if (index > 0) {
                out.append(',');
            }
            inside(index, elements.next());
        }
        out.append(']');
    }

    private void open(char bracket) {
        if (path.size() == DEEPEST) {
            throw refused("values lie more than " + DEEPEST + " levels deep");
        }
        out.append(bracket);
    }

    private void inside(Object step, @Nullable Object value) {
        path.addLast(step);
        value(value);
        path.removeLast();
    }

    private void integer(long value) {
        if (value > EXACT || value < -EXACT) {
            throw refused("the integer " + value
                    + " is beyond 2^53, which a JSON number does not hold exactly; write it as text");
        }
        out.append(EcmaNumber.format((double) value));
    }

    private void number(double value) {
        if (!Double.isFinite(value)) {
            throw refused(value + " is not a JSON value");
        }
        out.append(EcmaNumber.format(value));
    }

    private void text(String text) {
        out.append('"');
        int plain = plain(text);
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw refused("half of a surrogate pair in " + Quoted.of(text) + " is not Unicode text");
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    /** How many characters stand for themselves, until one needs a closer look. */
    private static int plain(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                break;
            }
            at++;
        }
        return at;
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private IllegalArgumentException refused(String problem) {
        StringBuilder where = new StringBuilder("$");
        path.forEach(step -> where.append(step instanceof Integer ? "[" + step + "]" : "." + step));
        return new IllegalArgumentException(where + ": " + problem + ".");
    }
}
