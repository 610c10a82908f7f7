package io.mlops4j.tribuo;

import io.mlops4j.api.error.MlopsException;
import io.mlops4j.api.error.UnsupportedModelException;
import java.util.function.Function;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** Work that XGBoost's native code does. */
@FunctionalInterface
interface NativeWork<T> {

    /** Time, file and line in the native sources, which differ from run to run. */
    Pattern ORIGIN = Pattern.compile("^\\[[0-9:]*] \\S*:[0-9]+: ");

    T run() throws XGBoostError;

    /** Does the work; what XGBoost says against it comes as the given error, without the native stack that follows. */
    static <T> T run(String what, Function<String, ? extends MlopsException> refusal, NativeWork<T> work) {
        try {
            return work.run();
        } catch (XGBoostError e) {
            throw refusal.apply("XGBoost could not " + what + ": " + reason(e.getMessage()));
        } catch (LinkageError e) {
            throw new UnsupportedModelException(
                    "XGBoost's native library cannot be used on this machine to " + what
                            + ". A bundle's own scorer does not need it.",
                    e);
        }
    }

    private static String reason(@Nullable String message) {
        String first = message == null
                ? "no reason given"
                : message.strip().lines().findFirst().orElse("no reason given");
        return ORIGIN.matcher(first).replaceFirst("");
    }
}
