package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same values give the same bytes wherever the page is made. */
class SamePageTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    @Tag("F28")
    void localeAndZoneChangeNothing() {
        String run = SampleRun.pageFullOf(List.of("Iiİı", "b"));
        String deployment = SampleLife.page();

        for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

            assertThat(SampleRun.pageFullOf(List.of("Iiİı", "b"))).isEqualTo(run);
            assertThat(SampleLife.page()).isEqualTo(deployment);
        }
    }
}
