package io.mlops4j.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mlops4j.api.check.ColumnProfile;
import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Dataset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileTableTest {

    private static Profile profile(Dataset... columns) {
        List<ColumnProfile> profiles = Stream.of(columns)
                .map(rows -> Profiler.profile(rows).columns().get(0))
                .toList();
        return new Profile(columns[0].size(), profiles);
    }

    @Test
    void isOneLineAColumn() {
        String table = ProfileTable.of(profile(
                Rows.numbers(1, 2, 6, Double.NaN),
                Rows.categories("S", "S", "C", "Q"),
                Rows.flags(1, 0, 0, 0),
                Rows.texts("a", "bb", "ccc", null),
                Rows.times("1912-04-10T12:00:00Z", null, null, null)));
        assertThat(table).isEqualTo("""
                        4 rows × 5 columns
                        column  missing  distinct  values
                        fare     25.0 %         3  1.000 … 2.000 … 6.000, mean 3.000 ± 2.646
                        port        0 %         3  S 50.0 %, C 25.0 %, Q 25.0 %
                        adult       0 %         2  false 75.0 %, true 25.0 %
                        note     25.0 %         3  length 1 … 3, mean 2.000
                        sailed   75.0 %         1  1912-04-10T12:00:00Z … 1912-04-10T12:00:00Z
                        """);
    }

    @Test
    void saysThatThereIsMore() {
        assertThat(ProfileTable.of(profile(Rows.categories("a", "b", "c", "d"))))
                .contains("a 25.0 %, b 25.0 %, c 25.0 %, …");
    }

    @Test
    @Tag("T16")
    void saysThatThereIsNothing() {
        assertThat(ProfileTable.of(profile(Rows.numbers(Double.NaN), Rows.times((String) null))))
                .contains("100.0 %")
                .contains("none … none … none, mean none ± none")
                .contains("none … none\n");
    }

    @Test
    @Tag("T10")
    void showsNoControlCharactersAndNothingEndless() {
        String table = ProfileTable.of(profile(Rows.categories("a\u001b[31m\nb", "x".repeat(300))));
        assertThat(table.lines()).hasSize(3).allMatch(line -> line.length() < 120);
        assertThat(table).doesNotContain("\u001b");
    }

    @Test
    @Tag("F28")
    void isTheSameInEveryLocale() {
        Profile profile = profile(Rows.numbers(1.5, 2.5));
        String here = ProfileTable.of(profile);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ProfileTable.of(profile)).isEqualTo(here).contains("1.500");
        } finally {
            Locale.setDefault(before);
        }
    }
}
