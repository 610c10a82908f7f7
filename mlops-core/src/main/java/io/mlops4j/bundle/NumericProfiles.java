package io.mlops4j.bundle;

import io.mlops4j.api.check.NumericBins;
import io.mlops4j.api.check.NumericProfile;
import io.mlops4j.json.JsonObject;

/** The profile of a column of numbers; what is not defined is NaN and therefore null. */
final class NumericProfiles {

    private NumericProfiles() {}

    static JsonObject encode(NumericProfile profile, JsonObject json) {
        return json.with("zeros", profile.zeros())
                .with("mean", ExactNumber.encode(profile.mean()))
                .with("deviation", ExactNumber.encode(profile.deviation()))
                .with("skewness", ExactNumber.encode(profile.skewness()))
                .with("kurtosis", ExactNumber.encode(profile.kurtosis()))
                .with("min", ExactNumber.encode(profile.min()))
                .with("max", ExactNumber.encode(profile.max()))
                .with(
                        "quantiles",
                        profile.quantiles().stream().map(ExactNumber::encode).toList())
                .with("bins", bins(profile.bins()));
    }

    private static JsonObject bins(NumericBins bins) {
        return new JsonObject()
                .with("edges", bins.edges().stream().map(ExactNumber::encode).toList())
                .with("counts", bins.counts());
    }

    private static NumericBins bins(JsonValue json) {
        json.withKeys("counts", "edges");
        return new NumericBins(
                json.get("edges").list(ExactNumber::decode), json.get("counts").list(JsonValue::count));
    }

    static NumericProfile decode(JsonValue json) {
        json.withKeys(
                "bins",
                "column",
                "deviation",
                "distinct",
                "kind",
                "kurtosis",
                "max",
                "mean",
                "min",
                "missing",
                "quantiles",
                "rows",
                "skewness",
                "zeros");
        return new NumericProfile(
                json.get("column").text(),
                json.get("rows").count(),
                json.get("missing").count(),
                json.get("distinct").count(),
                json.get("zeros").count(),
                ExactNumber.decode(json.get("mean")),
                ExactNumber.decode(json.get("deviation")),
                ExactNumber.decode(json.get("skewness")),
                ExactNumber.decode(json.get("kurtosis")),
                ExactNumber.decode(json.get("min")),
                ExactNumber.decode(json.get("max")),
                json.get("quantiles").list(ExactNumber::decode),
                bins(json.get("bins")));
    }
}
