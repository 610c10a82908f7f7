package io.mlops4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.pipeline.Run;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.RegisteredModel;
import io.mlops4j.pipeline.PenguinRows.Penguin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {

    private static final RegisteredModel MODEL =
            RegisteredModel.named("penguins").owner("birds").description("Which penguin it is.");
    private static final List<AliasMove> MOVES = List.of(
            SampleLife.move(1, "champion", OptionalInt.empty(), OptionalInt.of(1), 0, "ana", "first"),
            SampleLife.move(2, "champion", OptionalInt.of(1), OptionalInt.of(2), 5, "ana", "better"),
            SampleLife.move(3, "challenger", OptionalInt.of(4), OptionalInt.of(3), 6, "ana", "not of this one"));

    @TempDir
    private Path folder;

    private static ModelCard card(int number) {
        Run<Penguin, Classification> run = SampleRun.real();
        return ModelCard.of(MODEL, SampleRun.version(run, number, List.of()), run.bundle(), MOVES);
    }

    @Test
    void saysWhatItIsHowItWasJudgedAndWhereItWasLive() {
        assertThat(card(2).markdown())
                .startsWith("# Model card: penguins v2\n")
                .contains("| owner | birds |", "| live now as | champion |", "| made from | v1 |", "run 17")
                .contains("## Criteria", "## Measurements", "| accuracy | all rows | ")
                .contains("## Training rows", "| island | ")
                .contains("## Parameters, data and libraries", "training\\_data.fingerprint")
                .contains("| champion | v1 | v2 | ana | better |")
                .doesNotContain("not of this one")
                .contains("## Intended use", "## Limits and risks");
        assertThat(card(1).markdown()).contains("| live now as | nothing |");
        assertThat(card(9).markdown()).contains("No alias ever named it.");
    }

    @Test
    void whatItsOwnerWroteStaysToTheByteWhenItIsWrittenAgain() throws IOException {
        Path file = folder.resolve("card.md");
        String first = card(1).write(file);
        String begin = first.substring(0, first.indexOf("<!-- mlops:begin"));
        String own = begin + "For vets.\r\n\t*Only* ☂ <b>here</b>\n\n"
                + first.substring(begin.length()).replaceFirst("Nobody has said yet where", "We know where");
        Files.writeString(file, own);

        String second = card(2).write(file);

        assertThat(Files.readString(file))
                .isEqualTo(second)
                .contains("penguins v2")
                .doesNotContain("penguins v1 |");
        assertThat(second).startsWith(begin + "For vets.\r\n\t*Only* ☂ <b>here</b>\n\n<!-- mlops:begin");
        assertThat(second).endsWith(own.substring(own.indexOf("<!-- mlops:end")));
        assertThat(card(2).markdown(second)).isEqualTo(second);
    }

    @Test
    void aCardWhoseMarksAreDamagedIsRefusedAndStays() throws IOException {
        String sound = card(1).markdown();
        List<String> damaged = List.of(
                "",
                "# My own card\n",
                sound.replace("<!-- mlops:end -->", ""),
                sound.replaceFirst("<!-- mlops:begin[^\n]*", ""),
                sound.replaceFirst("<!-- mlops:begin[^\n]*", "<!-- mlops:begin -->"),
                sound + sound,
                sound.substring(sound.indexOf("<!-- mlops:end")) + sound.substring(0, sound.indexOf("<!-- mlops:end")));
        for (String text : damaged) {
            Path file = Files.writeString(folder.resolve("card.md"), text);
            assertThatThrownBy(() -> card(2).write(file))
                    .as(text)
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("mlops:end");
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void thePageShowsTheOwnSectionsAsTheyWereWritten() {
        String written = card(2).markdown()
                .replaceFirst("Nobody has said yet what[^\n]*", "For *vets*,\nnot for poachers.\n\nAsk ana.");
        ParsedPage page = new ParsedPage(card(2).page(written).html());

        assertThat(page.text())
                .contains("Intended use", "For *vets*,", "not for poachers.", "Ask ana.", "Limits and risks")
                .contains("Which penguin it is.", "not judged", "approved", "run 17");
        assertThat(new ParsedPage(card(2).page().html()).text()).doesNotContain("Intended use");
    }

    @Test
    @Tag("T10")
    @Tag("T20")
    void inMarkdownNobodysNameBecomesMarkUp() {
        List<String> hostile = List.of(
                "<script>alert(1)</script>",
                "a | b | c",
                "[x](javascript:alert(1))",
                "`code` *bold* _thin_ ![i](x)",
                "=1+1",
                "end -->\n<!-- mlops:end -->\n## Mine",
                "a\r\n\r\n# Heading");
        Run<Penguin, Classification> run = SampleRun.fullOf(hostile);
        ModelCard card = ModelCard.of(MODEL, SampleRun.version(run, 2, hostile), run.bundle(), MOVES);

        String generated = card.markdown().split("mlops:begin[^\n]*\n")[1].split("<!-- mlops:end")[0];

        assertThat(generated)
                .doesNotContain("<")
                .contains(
                        "&lt;script&gt;alert\\(1\\)&lt;/script&gt;", "\\[x\\]\\(javascript:", "'=1+1", "a \\| b \\| c");
        int cells = 0;
        for (String line : generated.split("\n")) {
            int pipes = (int)
                    Pattern.compile("(?<!\\\\)\\|").matcher(line).results().count();
            assertThat(line).matches("(\\|.*\\||## [A-Z].*|[A-Z0-9].*|)");
            assertThat(pipes == 0 || cells == 0 || pipes == cells).as(line).isTrue();
            cells = pipes;
        }
        assertThat(card.markdown(card.markdown())).isEqualTo(card.markdown());
    }
}
