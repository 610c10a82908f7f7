package io.mlops4j.benchmarks.predict;

import org.jspecify.annotations.Nullable;

/** One row of UCI Adult. */
public record Person(
        int age,
        @Nullable String workclass,
        int fnlwgt,
        String education,
        int educationNum,
        String maritalStatus,
        @Nullable String occupation,
        String relationship,
        String race,
        String sex,
        int capitalGain,
        int capitalLoss,
        int hoursPerWeek,
        @Nullable String nativeCountry) {

    /** The names of the categorical columns, in the order of {@link #category}. */
    static final String[] CATEGORIES = {
        "workclass", "education", "marital_status", "occupation", "relationship", "race", "sex", "native_country"
    };

    /** The names of the numeric columns, in the order of {@link #number}. */
    static final String[] NUMBERS = {"age", "fnlwgt", "education_num", "capital_gain", "capital_loss", "hours_per_week"
    };

    @Nullable
    String category(int which) {
        return switch (which) {
            case 0 -> workclass;
            case 1 -> education;
            case 2 -> maritalStatus;
            case 3 -> occupation;
            case 4 -> relationship;
            case 5 -> race;
            case 6 -> sex;
            default -> nativeCountry;
        };
    }

    int number(int which) {
        return switch (which) {
            case 0 -> age;
            case 1 -> fnlwgt;
            case 2 -> educationNum;
            case 3 -> capitalGain;
            case 4 -> capitalLoss;
            default -> hoursPerWeek;
        };
    }
}
