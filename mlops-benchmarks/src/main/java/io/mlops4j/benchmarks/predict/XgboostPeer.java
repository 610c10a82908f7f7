package io.mlops4j.benchmarks.predict;

import io.mlops4j.api.bundle.Bundle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;

/** XGBoost4J itself: a new matrix each time, because predicting the same one again is a hit in its cache. One thread. */
final class XgboostPeer {

    private final Booster booster;
    private final int features;
    private final int[] numberFeatures = new int[Person.NUMBERS.length];
    private final Map<@Nullable String, Integer>[] categoryFeatures = maps(Person.CATEGORIES.length);
    private final long[] allStarts;
    private final int[] allIndices;
    private final float[] allValues;

    XgboostPeer(Bundle bundle, List<Person> all) {
        Model<Label> model = TribuoModels.open(bundle);
        booster = ((XGBoostModel<Label>) model).getInnerModels().get(0);
        ImmutableFeatureMap ids = model.getFeatureIDMap();
        features = ids.size();
        for (int i = 0; i < numberFeatures.length; i++) {
            numberFeatures[i] = ids.getID(Person.NUMBERS[i]);
        }
        for (int i = 0; i < categoryFeatures.length; i++) {
            String column = Person.CATEGORIES[i];
            for (String name :
                    bundle.categories().get(bundle.input().position(column)).names()) {
                categoryFeatures[i].put(name, ids.getID(column + "=" + name));
            }
            categoryFeatures[i].put(null, ids.getID(column + "=(missing)"));
        }
        try {
            booster.setParam("nthread", 1);
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
        allStarts = new long[all.size() + 1];
        int[] indices = new int[all.size() * (Person.NUMBERS.length + Person.CATEGORIES.length)];
        float[] values = new float[indices.length];
        int size = 0;
        for (int row = 0; row < all.size(); row++) {
            size = write(all.get(row), indices, values, size);
            allStarts[row + 1] = size;
        }
        allIndices = Arrays.copyOf(indices, size);
        allValues = Arrays.copyOf(values, size);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of generic types
    private static Map<@Nullable String, Integer>[] maps(int count) {
        Map<@Nullable String, Integer>[] maps = new Map[count];
        Arrays.setAll(maps, i -> new HashMap<>());
        return maps;
    }

    private int write(Person person, int[] indices, float[] values, int start) {
        TreeMap<Integer, Float> row = new TreeMap<>();
        for (int i = 0; i < numberFeatures.length; i++) {
            put(row, numberFeatures[i], person.number(i));
        }
        for (int i = 0; i < categoryFeatures.length; i++) {
            put(row, categoryFeatures[i].getOrDefault(person.category(i), -1), 1);
        }
        int size = start;
        for (Map.Entry<Integer, Float> entry : row.entrySet()) {
            indices[size] = entry.getKey();
            values[size++] = entry.getValue();
        }
        return size;
    }

    private static void put(Map<Integer, Float> row, int feature, float value) {
        if (feature >= 0) {
            row.put(feature, value);
        }
    }

    double score(Person person) {
        int[] indices = new int[numberFeatures.length + categoryFeatures.length];
        float[] values = new float[indices.length];
        int size = 0;
        for (int i = 0; i < numberFeatures.length; i++) {
            indices[size] = numberFeatures[i];
            values[size++] = person.number(i);
        }
        for (int i = 0; i < categoryFeatures.length; i++) {
            int feature = categoryFeatures[i].getOrDefault(person.category(i), -1);
            if (feature >= 0) {
                indices[size] = feature;
                values[size++] = 1;
            }
        }
        try {
            DMatrix matrix = new DMatrix(
                    new long[] {0, size},
                    size == indices.length ? indices : Arrays.copyOf(indices, size),
                    size == values.length ? values : Arrays.copyOf(values, size),
                    DMatrix.SparseType.CSR,
                    features);
            try {
                return booster.predict(matrix)[0][0];
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    float[][] scoreAll() throws XGBoostError {
        DMatrix matrix = new DMatrix(allStarts, allIndices, allValues, DMatrix.SparseType.CSR, features);
        try {
            return booster.predict(matrix);
        } finally {
            matrix.dispose();
        }
    }

    void close() {
        booster.dispose();
    }
}
