package io.mlops4j.benchmarks.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.bundle.BundleContent;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.benchmarks.predict.Census;
import io.mlops4j.benchmarks.predict.Person;
import io.mlops4j.bundle.BundleReader;
import io.mlops4j.bundle.Bundles;
import io.mlops4j.predict.Predictors;
import io.mlops4j.prepare.PreprocessorFormats;
import io.mlops4j.registry.Registries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A bundle on the disk, and the two ways to bring it into memory. */
final class ColdLoad {

    private static final Set<String> NEEDED =
            Set.of("manifest.json", "schema.json", "preparation.json", "features.json");

    private final String digest;
    private final Path file;
    private final List<byte[]> texts;
    private final JsonFactory json = new JsonFactory();
    private final BundleReader reader = Bundles.reader(PreprocessorFormats.builtIn(List.of()));

    ColdLoad(Path folder, Bundle bundle) {
        this.digest = bundle.content().digest();
        Registries.blobsIn(folder).put(bundle.content());
        this.file = folder.resolve("sha256").resolve(digest.substring(0, 2)).resolve(digest.substring(2));
        this.texts = texts(bundle.content().bytes());
    }

    /** The parts of a bundle that are JSON, and are needed to answer. */
    private static List<byte[]> texts(byte[] bundle) {
        List<byte[]> texts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (NEEDED.contains(entry.getName())) {
                    texts.add(zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (texts.size() != NEEDED.size()) {
            throw new IllegalStateException("Some of " + NEEDED + " are not in the bundle.");
        }
        return texts;
    }

    /** From the disk to what answers: read, compared with the digest that the registry has, examined, parsed, compiled. */
    Predictor<Person, Classification> open() {
        BundleContent content = BundleContent.takingOver(read());
        if (!content.digest().equals(digest)) {
            throw new IllegalStateException("It was altered.");
        }
        return Predictors.open(reader.serving(content).orElseThrow(), Census.ROWS, Classification.class);
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The least that anybody has to do: read and hash. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(read());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What any reader of these parts has to do besides: look at each token, and take the texts. */
    int parse() {
        int seen = hash().length;
        try {
            for (byte[] text : texts) {
                try (JsonParser parser = json.createParser(text)) {
                    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                        seen += parser.getText().length();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen;
    }
}
