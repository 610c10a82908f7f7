package io.mlops4j.examples.census;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.DataSource;
import io.mlops4j.api.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The people of Adult's own test file as a service meets them: one record each, and what came out later. */
final class TestPeople {

    private final List<Person> people = new ArrayList<>();
    private final List<String> incomes = new ArrayList<>();

    private TestPeople() {}

    static TestPeople of(DataSource<Person> source) {
        Dataset rows = source.read(source.rows().schema().with(Column.of("income", ColumnType.CATEGORICAL)));
        TestPeople all = new TestPeople();
        for (int row = 0; row < rows.size(); row++) {
            all.people.add(person(rows, row));
            all.incomes.add(known(rows, row, "income"));
        }
        return all;
    }

    private static Person person(Dataset rows, int row) {
        return new Person(
                number(rows, row, "age"),
                text(rows, row, "workclass"),
                number(rows, row, "fnlwgt"),
                known(rows, row, "education"),
                number(rows, row, "education_num"),
                known(rows, row, "marital_status"),
                text(rows, row, "occupation"),
                known(rows, row, "relationship"),
                known(rows, row, "race"),
                known(rows, row, "sex"),
                number(rows, row, "capital_gain"),
                number(rows, row, "capital_loss"),
                number(rows, row, "hours_per_week"),
                text(rows, row, "native_country"));
    }

    private static int number(Dataset rows, int row, String column) {
        return (int) rows.numeric(column).get(row);
    }

    private static String known(Dataset rows, int row, String column) {
        return Objects.requireNonNull(rows.values(column).text(row), column);
    }

    private static @Nullable String text(Dataset rows, int row, String column) {
        return rows.values(column).missing(row) ? null : rows.values(column).text(row);
    }

    /** The same people eight years later, working a fifth less. */
    static Person drifted(Person person) {
        return new Person(
                person.age() + 8,
                person.workclass(),
                person.fnlwgt(),
                person.education(),
                person.educationNum(),
                person.maritalStatus(),
                person.occupation(),
                person.relationship(),
                person.race(),
                person.sex(),
                person.capitalGain(),
                person.capitalLoss(),
                (int) Math.round(person.hoursPerWeek() * 0.8),
                person.nativeCountry());
    }

    List<Person> people() {
        return people;
    }

    String income(int person) {
        return incomes.get(person);
    }

    int size() {
        return people.size();
    }
}
