package io.mlops4j.report;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.StorageException;
import io.mlops4j.api.registry.AliasMove;
import io.mlops4j.api.registry.ModelVersion;
import io.mlops4j.api.registry.RegisteredModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The card of one version: what it is, how it was judged, on which data, by whom, and where it was live. As Markdown, to be
 * kept beside the code, with sections of your own that stay when it is written again; and as a page.
 *
 * <p>A pure function of what it is given. Immutable.
 */
public final class ModelCard {

    private final CardFacts facts;

    private ModelCard(CardFacts facts) {
        this.facts = facts;
    }

    /**
     * The card of a version.
     *
     * @param model its model
     * @param version the version
     * @param bundle its bundle
     * @param moves the history of the model's aliases, in any order; what does not concern the version is left out
     * @return the card
     */
    public static ModelCard of(RegisteredModel model, ModelVersion version, Bundle bundle, List<AliasMove> moves) {
        return new ModelCard(new CardFacts(model, version, bundle, moves));
    }

    /**
     * The card as Markdown, with headings for what only its owner can say.
     *
     * @return a new card
     */
    public String markdown() {
        return OwnSections.fresh(facts.title()).around(MarkdownCard.of(facts));
    }

    /**
     * The card as Markdown in the place of an earlier one, of this version or of another.
     *
     * @param earlier a card that may have been changed outside of the marks
     * @return the earlier card, with everything outside of the marks as it was
     * @throws InvalidDataException if the marks are not there, once each and in order
     */
    public String markdown(String earlier) {
        return OwnSections.of(earlier).around(MarkdownCard.of(facts));
    }

    /**
     * The card as a page.
     *
     * @return the page, without any section of your own
     */
    public Report page() {
        return new Report(CardPage.of(facts, List.of()));
    }

    /**
     * The card as a page, with the sections of your own of a card in Markdown. Their text is shown as it was written; Markdown
     * in it is not interpreted.
     *
     * @param card a card in Markdown
     * @return the page
     * @throws InvalidDataException if the marks are not there, once each and in order
     */
    public Report page(String card) {
        return new Report(CardPage.of(facts, OwnSections.of(card).sections()));
    }

    /**
     * Writes the card as Markdown, UTF-8: a new one, or, if there is one already, in its place with everything outside of the
     * marks as it was. The file is replaced as a whole or not at all.
     *
     * @param file where it goes
     * @return what was written, from which {@link #page(String)} can be made
     * @throws InvalidDataException if the file is there and its marks are not, once each and in order; it stays as it is
     * @throws StorageException if the disk refuses
     */
    public String write(Path file) {
        String card = Files.exists(file) ? markdown(read(file)) : markdown();
        new ReportFile(file).replace(card);
        return card;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StorageException(
                    "The model card " + file + " cannot be read: " + e
                            + ". It has to be a file in UTF-8; nothing was changed.",
                    e);
        }
    }

    @Override
    public String toString() {
        return facts.title();
    }
}
