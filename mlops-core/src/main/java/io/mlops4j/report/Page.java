package io.mlops4j.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The frame of every page: head, title, table of contents, sections, foot. A section that has nothing to say is left out. */
final class Page {

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final String kind;
    private final String name;
    private final Consumer<HtmlWriter> introduction;

    /**
     * An empty page.
     *
     * @param kind what it is about, such as a run
     * @param name the name of what it is about
     * @param introduction writes what stands below the name
     */
    Page(String kind, String name, Consumer<HtmlWriter> introduction) {
        this.kind = kind;
        this.name = name;
        this.introduction = introduction;
    }

    /** A part of a page. */
    private record Section(String title, Optional<String> note, Consumer<HtmlWriter> content) {}

    /** Adds a section; its name in the address is given, not made from anybody's text. */
    Page section(String anchor, String title, String note, Consumer<HtmlWriter> content) {
        sections.put(anchor, new Section(title, Optional.of(note).filter(text -> !text.isEmpty()), content));
        return this;
    }

    /**
     * The document.
     *
     * @param foot what the page was made of, as a sentence without its full stop
     */
    String html(String foot) {
        HtmlWriter out = new HtmlWriter();
        out.open("html", "lang", "en");
        head(out);
        out.open("body");
        out.open("header", "class", "top");
        out.leaf("p", kind, "class", "eyebrow");
        out.open("h1").name(name).close();
        introduction.accept(out);
        contents(out);
        out.close();
        out.open("main");
        sections.forEach((anchor, section) -> {
            out.open("section", "id", anchor, "aria-labelledby", anchor + "-title");
            out.leaf("h2", section.title(), "id", anchor + "-title");
            section.note().ifPresent(note -> out.leaf("p", note, "class", "note"));
            section.content().accept(out);
            out.close();
        });
        out.close();
        out.open("footer").open("p");
        out.text(foot + ". Times are in UTC. This page is self-contained: it has no script and loads nothing.");
        out.close().close();
        out.close().close();
        return out.finish();
    }

    private void head(HtmlWriter out) {
        out.open("head");
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", Theme.policy());
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "referrer", "content", "no-referrer");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.leaf("title", Legible.fit(name, 48) + " · " + kind);
        out.style(Theme.sheet());
        out.close();
    }

    private void contents(HtmlWriter out) {
        out.open("nav", "aria-label", "Contents").open("ul");
        sections.forEach((anchor, section) ->
                out.open("li").leaf("a", section.title(), "href", "#" + anchor).close());
        out.close().close();
    }
}
