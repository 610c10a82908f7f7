package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Default locale and zone must have no say in what a file means. */
@Tag("F28")
@Isolated
class CsvDefaultsTest {

    private static final Schema WANTED = Schema.of(
            "Wanted",
            Column.of("TITLE", ColumnType.CATEGORICAL),
            Column.of("flag", ColumnType.BOOLEAN),
            Column.of("x", ColumnType.NUMERIC),
            Column.of("at", ColumnType.TIMESTAMP));

    private static final String TEXT = """
            TITLE,flag,x,at
            I\u0130i\u0131,TRUE,1234.5,2024-05-31T12:00:00Z
            \u015f,FaLSe,1e-7,2024-05-31
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Istanbul",
        "ar-EG-u-nu-arab, Africa/Cairo",
        "hi-IN-u-nu-deva, Pacific/Apia",
        "de-DE, Asia/Tokyo"
    })
    void readsTheSameUnderEveryDefault(String locale, String zone) {
        DataSource<Map<String, ?>> source = CsvText.file(folder, TEXT).rows(WANTED);
        String expected = source.read(WANTED).fingerprint();
        String message = complaint();
        Locale formerLocale = Locale.getDefault();
        TimeZone formerZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(source.read(WANTED).fingerprint()).isEqualTo(expected);
            assertThat(complaint()).isEqualTo(message);
        } finally {
            Locale.setDefault(formerLocale);
            TimeZone.setDefault(formerZone);
        }
    }

    private String complaint() {
        DataSource<Map<String, ?>> source = CsvText.file(
                        folder.getParent(), "TITLE,flag,x,at\nI,TRUE,1234567.5,2024-05-31\nI,\u0131,x,x\n")
                .rows(WANTED);
        try {
            source.read(WANTED);
            throw new AssertionError("Everything was read.");
        } catch (InvalidDataException e) {
            return e.getMessage();
        }
    }

    @Test
    void doesNotTakeATurkishLetterForAnEnglishOne() {
        Schema flag = Schema.of("F", Column.of("flag", ColumnType.BOOLEAN));
        assertThatThrownBy(() -> CsvText.file(folder, "flag\nFALSE\nfa\u017fse\n")
                        .rows(flag)
                        .read(flag))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("line 3");
    }
}
