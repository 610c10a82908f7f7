package io.mlops4j.report;

import io.mlops4j.api.error.InvalidDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * A model card in Markdown as two things: the part between two marks, which is written by the library and replaced, and
 * everything around it, which is its owner's and stays as it is, to the byte.
 *
 * @param before what stands before the marks
 * @param after what stands behind them
 */
record OwnSections(String before, String after) {

    private static final String BEGIN = "<!-- mlops:begin: written by mlops, change nothing down to mlops:end -->\n";
    private static final String END = "<!-- mlops:end -->\n";
    private static final String MARK = "<!-- mlops:";

    /** What a new card asks its owner. */
    private static final String QUESTIONS = """

            ## Intended use

            Nobody has said yet what this model is for, and what it is not for.

            ## Limits and risks

            Nobody has said yet where it fails, and whom that harms.
            """;

    /** A section of somebody's own. */
    record Section(String title, String text) {}

    /** The sections of a new card. */
    static OwnSections fresh(String title) {
        return new OwnSections(new MarkdownWriter().heading(1, title).toString(), QUESTIONS);
    }

    /**
     * The own sections of a card that was written before.
     *
     * @throws InvalidDataException if the marks are not there, once each and in order
     */
    static OwnSections of(String card) {
        int begin = card.indexOf(BEGIN);
        int end = card.indexOf(END);
        boolean sound = begin >= 0
                && end > begin
                && card.indexOf(MARK, begin + 1) == end
                && card.indexOf(MARK, end + 1) < 0
                && card.indexOf(MARK) == begin;
        if (!sound) {
            throw new InvalidDataException("The model card has not the two lines \"" + BEGIN.strip() + "\" and \""
                    + END.strip() + "\", once each and in this order, so nobody knows what of it is whose. Put them"
                    + " around the part that is to be replaced, or give another file.");
        }
        return new OwnSections(card.substring(0, begin), card.substring(end + END.length()));
    }

    String around(String generated) {
        return before + BEGIN + "\n" + generated + END + after;
    }

    /** The sections behind and before the marks, without the title of the card. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (String part : ("\n" + before + "\n" + after).split("\n(?=#{1,6} )", -1)) {
            String[] lines = part.strip().split("\n", 2);
            boolean isTitle = lines[0].startsWith("# ");
            String text = lines.length == 2 ? lines[1].strip() : "";
            if (lines[0].startsWith("#") && !isTitle) {
                sections.add(new Section(lines[0].replaceFirst("#+ ", ""), text));
            } else if (!text.isEmpty() || (!lines[0].isBlank() && !isTitle)) {
                sections.add(new Section("In short", isTitle ? text : part.strip()));
            }
        }
        return sections;
    }
}
