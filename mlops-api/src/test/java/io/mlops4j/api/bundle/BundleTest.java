package io.mlops4j.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mlops4j.api.check.Profile;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.evaluate.Evaluation;
import io.mlops4j.api.train.FeatureSpace;
import io.mlops4j.api.train.ReferenceModel;
import io.mlops4j.api.train.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundleTest {

    private final List<Dictionary> categories = new ArrayList<>(List.of(Dictionary.empty()));
    private final Map<String, Object> lineage = new HashMap<>(Map.of("seed", 42.0));

    private Bundle bundle() {
        Schema input = Schema.of("row", Column.of("x", ColumnType.NUMERIC));
        return new Bundle(
                "fares",
                input,
                categories,
                Target.number("fare"),
                Optional.empty(),
                List.of(),
                new FeatureSpace(List.of()),
                Optional.empty(),
                Optional.of(new ReferenceModel("onnx", new byte[2])),
                new GoldenRows(Dataset.of(input, List.of(NumericValues.wrap(new double[1]))), 1, new double[1]),
                new Profile(0, List.of()),
                new Evaluation(0, List.of(), Optional.empty()),
                lineage,
                BundleContent.of(new byte[] {'a', 'b', 'c'}));
    }

    @Test
    void isNamedByTheDigestOfItsBytes() {
        assertThat(bundle().digest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(bundle()).hasToString("bundle 'fares' ba7816bf8f01, 3 bytes");
    }

    @Test
    void nobodyChangesItFromOutside() {
        Bundle bundle = bundle();
        categories.clear();
        lineage.clear();

        assertThat(bundle.categories()).containsExactly(Dictionary.empty());
        assertThat(bundle.lineage()).containsEntry("seed", 42.0);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> bundle.lineage().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> bundle.steps().clear());
    }

    @Test
    void aReferenceModelKeepsItsOwnBytes() {
        byte[] bytes = {1, 2};
        ReferenceModel model = new ReferenceModel("onnx", bytes);
        bytes[0] = 9;
        model.bytes()[1] = 9;

        assertThat(model.bytes()).containsExactly(1, 2);
        assertThat(model).hasToString("onnx, 2 bytes");
    }
}
