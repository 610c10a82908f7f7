package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("T20")
class LegibleTest {

    @Test
    void leavesWhatPeopleWriteAlone() {
        for (String name : new String[] {
            "age",
            "hours per week",
            ">50K",
            "日本語",
            "Ærøskøbing",
            "🐧",
            "👩\u200d🔬",
            "می\u200cخواهم",
            "50 %",
            "a-b",
            "x=1",
            "(missing)"
        }) {
            assertThat(Legible.guarded(name)).isEqualTo(name);
        }
    }

    @Test
    void putsAnApostropheBeforeAFormula() {
        assertThat(Legible.guarded("=1+1")).isEqualTo("'=1+1");
        assertThat(Legible.guarded(" \u00a0@x")).isEqualTo("' \u00a0@x");
        assertThat(Legible.guarded("-1")).isEqualTo("'-1");
    }

    @Test
    void aNumberThatWasFormattedHereStaysOne() {
        HtmlWriter out = new HtmlWriter();
        out.open("p").number("-0.25").close();

        assertThat(out.finish()).contains("<p>-0.25</p>");
    }

    @Test
    void showsByItsNumberWhatCannotBeSeen() {
        assertThat(Legible.of("a\u202eb\u0007c\ud800d\u2028")).isEqualTo("a[U+202E]b[U+0007]c[U+D800]d[U+2028]");
    }

    @Test
    void cutsBetweenCharactersAndCountsWideOnesTwice() {
        assertThat(Legible.fit("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Legible.fit("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Legible.fit("🐧🐧🐧🐧", 6)).isEqualTo("🐧🐧…");
    }
}
