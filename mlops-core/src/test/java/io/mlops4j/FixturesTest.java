package io.mlops4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mlops4j.api.bundle.Bundle;
import io.mlops4j.api.predict.Classification;
import io.mlops4j.api.predict.Predictor;
import io.mlops4j.data.Rows;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bundles that earlier versions wrote are opened and answer as they did. They were trained by Tribuo and XGBoost, neither of
 * which is on this class path: {@code mlops-core} serves them alone.
 */
@Tag("T04")
class FixturesTest {

    static Stream<Path> fixtures() throws IOException, URISyntaxException {
        Path folder = Path.of(
                FixturesTest.class.getResource("/fixtures/bundle-format-1").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mlops")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesItsGoldenAnswersWithoutTheLibraryThatTrainedIt(Path fixture) {
        Mlops mlops = Mlops.create();
        Bundle bundle = mlops.read(fixture);

        try (Predictor<Map<String, ?>, Classification> predictor =
                mlops.predictor(bundle, Rows.maps(bundle.input()), Classification.class)) {
            double[] expected = bundle.golden().answers();
            double[] found = new double[expected.length];
            predictor.scorer().score(bundle.golden().inputs(), found);

            assertThat(bundle.golden().inputs().size()).isGreaterThanOrEqualTo(32);
            assertThat(predictor.scorer().outputs()).isEqualTo(bundle.golden().outputs());
            assertThat(found).containsExactly(expected, within(1e-9));
        }
        assertThat(fixture.getFileName().toString()).contains(bundle.digest().substring(0, 12));
    }

    @Test
    void thereAreSome() throws Exception {
        assertThat(fixtures()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void noLibraryThatTrainsIsOnThisClassPath() {
        for (String type :
                new String[] {"org.tribuo.Model", "com.google.protobuf.Message", "ml.dmlc.xgboost4j.java.Booster"}) {
            assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
        }
    }
}
