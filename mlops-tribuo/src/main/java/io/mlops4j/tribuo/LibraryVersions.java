package io.mlops4j.tribuo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.XGBoost;

/** Which libraries trained a model, for its lineage. */
final class LibraryVersions {

    private static final String XGBOOST_VERSION = "/xgboost4j-version.properties";

    private LibraryVersions() {}

    static Map<String, Object> tribuo() {
        return Map.of("tribuo", org.tribuo.Tribuo.VERSION);
    }

    /** The version that XGBoost4J's own archive names; its native library comes in the same archive. */
    static String xgboost() {
        try (InputStream in = XGBoost.class.getResourceAsStream(XGBOOST_VERSION)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
