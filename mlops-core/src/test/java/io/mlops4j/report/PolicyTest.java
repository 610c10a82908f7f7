package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page allows itself its one style sheet, and nothing else. */
@Tag("T20")
@Tag("T24")
class PolicyTest {

    private final String page = SampleLife.page();
    private final ParsedPage parsed = new ParsedPage(page);

    @Test
    void theHashIsThatOfTheStyleInThePage() throws Exception {
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
        assertThat(style.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(policy())
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'");
        assertThat(style.find()).isFalse();
    }

    private String policy() {
        return parsed.all("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .getAttribute("content");
    }

    @Test
    void thePolicyComesBeforeTheStyle() {
        assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
    }

    @Test
    void thereIsNoScriptNoStyleAttributeAndNothingRemote() {
        assertThat(parsed.elementNames()).doesNotContain("script", "link", "img", "iframe", "object", "base", "form");
        assertThat(parsed.attributeNames())
                .noneMatch(name -> name.startsWith("on"))
                .doesNotContain("style", "src", "action", "xlink:href");
        assertThat(page).doesNotContain("http://", "https://", "url(", "@import", "//cdn");
    }

    @Test
    void theStyleCanStandInAnElement() {
        assertThat(Theme.sheet()).doesNotContain("<", "&", "\r");
    }

    @Test
    void everyClassOfThePageHasARule() {
        Set<String> used = new HashSet<>();
        parsed.attributes().stream()
                .filter(attribute -> attribute.getName().equals("class"))
                .forEach(attribute -> used.addAll(List.of(attribute.getValue().split(" "))));

        assertThat(used).allMatch(name -> Theme.sheet().contains("." + name));
    }

    @Test
    void isUnderstoodWithoutSeeingIt() {
        assertThat(parsed.all("html").get(0).getAttribute("lang")).isEqualTo("en");
        assertThat(parsed.all("th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
        assertThat(parsed.all("svg").stream()
                        .filter(svg -> svg.getAttribute("role").equals("img")))
                .isNotEmpty()
                .allSatisfy(svg -> {
                    assertThat(parsed.ids())
                            .contains(svg.getAttribute("aria-labelledby").split(" "));
                    assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
                });
        assertThat(parsed.all("figure"))
                .allSatisfy(figure ->
                        assertThat(figure.getFirstChild().getNodeName()).isEqualTo("figcaption"));
    }
}
