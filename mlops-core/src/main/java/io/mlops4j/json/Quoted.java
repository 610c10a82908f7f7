package io.mlops4j.json;

/** Text out of an unchecked file as it may stand in a message or a log: short, printable, on one line. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /**
     * Quotes a text.
     *
     * @param text any text
     * @return at most 60 characters of it, the unprintable ones by their numbers
     */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (c >= ' ' && c <= '~' && c != '\'') {
                quoted.append((char) c);
            } else {
                quoted.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…'" : "'")
                .toString();
    }
}
