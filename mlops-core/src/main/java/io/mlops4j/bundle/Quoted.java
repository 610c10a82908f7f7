package io.mlops4j.bundle;

/** Text out of an unchecked file as it may stand in a message or a log: short, printable, on one line. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
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
