package io.mlops4j.report;

/** A digest, short, with the whole of it as its title. */
final class Digest {

    private static final int SHOWN = 12;

    private Digest() {}

    static void write(HtmlWriter out, String digest) {
        out.open("code", "title", digest)
                .text(digest.substring(0, Math.min(SHOWN, digest.length())))
                .close();
    }
}
