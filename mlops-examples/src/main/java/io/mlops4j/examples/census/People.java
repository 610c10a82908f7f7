package io.mlops4j.examples.census;

import java.util.List;

/** Some people to ask about, one of them from a country and with an occupation that the census does not name. */
final class People {

    private People() {}

    static List<Person> some() {
        return List.of(
                new Person(
                        52,
                        "Self-emp-inc",
                        287_927,
                        "HS-grad",
                        9,
                        "Married-civ-spouse",
                        "Exec-managerial",
                        "Wife",
                        "White",
                        "Female",
                        15_024,
                        0,
                        40,
                        "United-States"),
                new Person(
                        23,
                        "Private",
                        122_272,
                        "Bachelors",
                        13,
                        "Never-married",
                        "Adm-clerical",
                        "Own-child",
                        "White",
                        "Female",
                        0,
                        0,
                        30,
                        "United-States"),
                new Person(
                        41,
                        null,
                        120_000,
                        "Masters",
                        14,
                        "Married-civ-spouse",
                        null,
                        "Husband",
                        "Black",
                        "Male",
                        0,
                        0,
                        50,
                        null),
                new Person(
                        38,
                        "Private",
                        150_000,
                        "Doctorate",
                        16,
                        "Divorced",
                        "Astronaut",
                        "Not-in-family",
                        "Other",
                        "Male",
                        0,
                        0,
                        60,
                        "Atlantis"));
    }
}
