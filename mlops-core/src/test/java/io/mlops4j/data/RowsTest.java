package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.TimestampValues;
import io.mlops4j.api.error.InvalidDataException;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RowsTest {

    private enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "not its name";
            }
        }
    }

    private record Everything(
            byte aByte,
            short aShort,
            int anInt,
            long aLong,
            float aFloat,
            double aDouble,
            boolean aBoolean,
            @Nullable Byte byteBox,
            @Nullable Short shortBox,
            @Nullable Integer intBox,
            @Nullable Long longBox,
            @Nullable Float floatBox,
            @Nullable Double doubleBox,
            @Nullable Boolean booleanBox,
            @Nullable String string,
            @Nullable Size size,
            @Nullable Instant instant,
            @Nullable LocalDate date,
            Optional<Integer> maybeInt,
            Optional<String> maybeString,
            Optional<Size> maybeSize,
            Optional<Boolean> maybeBoolean,
            Optional<Instant> maybeInstant) {}

    private static final Everything FULL = new Everything(
            (byte) 1,
            (short) 2,
            3,
            4L,
            5.5f,
            6.25,
            true,
            (byte) 7,
            (short) 8,
            9,
            10L,
            11.5f,
            12.25,
            false,
            "text",
            Size.LARGE,
            Instant.ofEpochSecond(13),
            LocalDate.ofEpochDay(14),
            Optional.of(15),
            Optional.of("maybe"),
            Optional.of(Size.SMALL),
            Optional.of(true),
            Optional.of(Instant.ofEpochSecond(16)));

    private static final Everything EMPTY = new Everything(
            (byte) 0,
            (short) 0,
            0,
            0L,
            0f,
            0.0,
            false,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static <I> RowBuffer read(RecordRows<I> rows, I row) {
        RowBuffer buffer = new RowBuffer(rows.schema());
        rows.read(row, buffer);
        return buffer;
    }

    @Test
    void readsEveryTypeOfComponent() {
        RowBuffer buffer = read(Rows.of(Everything.class), FULL);
        double[] numbers = {1, 2, 3, 4, 5.5, 6.25, 1, 7, 8, 9, 10, 11.5, 12.25, 0};
        for (int i = 0; i < numbers.length; i++) {
            assertThat(buffer.number(i))
                    .as(buffer.schema().columns().get(i).name())
                    .isEqualTo(numbers[i]);
        }
        assertThat(buffer.category(14)).isEqualTo("text");
        assertThat(buffer.category(15)).isEqualTo("LARGE");
        assertThat(buffer.time(16)).isEqualTo(13_000_000_000L);
        assertThat(buffer.time(17)).isEqualTo(14 * 86_400_000_000_000L);
        assertThat(buffer.number(18)).isEqualTo(15);
        assertThat(buffer.category(19)).isEqualTo("maybe");
        assertThat(buffer.category(20)).isEqualTo("SMALL");
        assertThat(buffer.number(21)).isEqualTo(1);
        assertThat(buffer.time(22)).isEqualTo(16_000_000_000L);
    }

    @Test
    void readsNullAsMissingInEveryTypeThatHasIt() {
        RecordRows<Everything> rows = Rows.of(Everything.class);
        RowBuffer buffer = read(rows, FULL);
        rows.read(EMPTY, buffer); // over what was there before
        for (int i = 7; i < rows.schema().size(); i++) {
            String name = rows.schema().columns().get(i).name();
            boolean missing = switch (rows.schema().columns().get(i).type()) {
                case NUMERIC, BOOLEAN -> Double.isNaN(buffer.number(i));
                case CATEGORICAL -> buffer.category(i) == null;
                case TIMESTAMP -> buffer.time(i) == TimestampValues.MISSING;
                case TEXT, SPARSE -> throw new AssertionError(name);
            };
            assertThat(missing).as(name).isTrue();
        }
    }

    @Test
    void derivesTheSchemaFromTheRecord() {
        record Passenger(String sex, int pclass, @Nullable Double age, Optional<String> cabin, boolean survived) {}
        assertThat(Rows.of(Passenger.class).schema())
                .hasToString("Passenger[sex: categorical, pclass: numeric, age: numeric?, cabin: categorical?,"
                        + " survived: boolean]");
    }

    record Address(String city, @Nullable Integer floor) {}

    record Person(String name, Address home, @Nullable Address work, Optional<Address> holiday) {}

    @Test
    void givesNestedRecordsColumnsOfTheirOwn() {
        RecordRows<Person> rows = Rows.of(Person.class);
        assertThat(rows.schema())
                .hasToString("Person[name: categorical, home.city: categorical, home.floor: numeric?,"
                        + " work.city: categorical?, work.floor: numeric?, holiday.city: categorical?,"
                        + " holiday.floor: numeric?]");
        Person ann = new Person("Ann", new Address("Oslo", 3), new Address("Bergen", null), Optional.empty());
        RowBuffer buffer = read(rows, ann);
        assertThat(buffer.category(1)).isEqualTo("Oslo");
        assertThat(buffer.number(2)).isEqualTo(3);
        assertThat(buffer.category(3)).isEqualTo("Bergen");
        assertThat(buffer.number(4)).isNaN();
        assertThat(buffer.category(5)).isNull();
        assertThat(buffer.number(6)).isNaN();
    }

    @Test
    @Tag("T18")
    void makesAllColumnsOfANestedNullMissing() {
        Person nowhere = new Person("Ann", new Address("Oslo", 1), null, Optional.of(new Address("Rome", 2)));
        Dataset people = Dataset.of(Rows.of(Person.class), List.of(nowhere));
        assertThat(people.values("work.city").missing(0)).isTrue();
        assertThat(people.values("work.floor").missing(0)).isTrue();
        assertThat(people.values("holiday.city").text(0)).isEqualTo("Rome");
    }

    @Test
    @Tag("T18")
    void letsTheBuilderRefuseANullThatIsNotDeclared() {
        Person homeless = new Person("Ann", null, null, Optional.empty());
        assertThatThrownBy(() -> Dataset.of(Rows.of(Person.class), List.of(homeless)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Person, row 0, column 'home.city': the value is missing");
        record Boxed(Integer count) {}
        assertThatThrownBy(() -> Dataset.of(Rows.of(Boxed.class), List.of(new Boxed(1), new Boxed(null))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Boxed, row 1, column 'count': the value is missing");
        record Trip(Optional<Integer> km) {}
        assertThat(Dataset.of(Rows.of(Trip.class), List.of(new Trip(null)))
                        .numeric("km")
                        .missing(0))
                .isTrue();
    }

    @Test
    void readsThreeLevelsOfRecords() {
        record Inner(double x, long count) {}
        record Middle(@Nullable Inner inner) {}
        record Outer(Middle middle) {}
        RecordRows<Outer> rows = Rows.of(Outer.class);
        assertThat(rows.schema()).hasToString("Outer[middle.inner.x: numeric?, middle.inner.count: numeric?]");
        assertThat(read(rows, new Outer(new Middle(new Inner(1.5, 2)))).number(1))
                .isEqualTo(2);
        assertThat(read(rows, new Outer(new Middle(null))).number(0)).isNaN();
        assertThat(read(rows, new Outer(null)).number(1)).isNaN();
    }

    @Test
    void keepsAStringAsTextWhereThatIsWanted() {
        record Note(String author, String body, Optional<String> reply) {}
        RecordRows<Note> rows = Rows.of(Note.class).text("body").text("reply");
        assertThat(rows.schema()).hasToString("Note[author: categorical, body: text, reply: text?]");
        Dataset notes = Dataset.of(
                rows,
                List.of(new Note("Ann", "Dear all", Optional.of("Dear Ann")), new Note("Bob", "", Optional.empty())));
        assertThat(notes.values("body").text(0)).isEqualTo("Dear all");
        assertThat(notes.values("reply").text(0)).isEqualTo("Dear Ann");
        assertThat(notes.values("reply").missing(1)).isTrue();
        assertThat(Rows.of(Note.class).schema().column("body").type()).isEqualTo(ColumnType.CATEGORICAL);
    }

    @Test
    void readsThroughAnAccessorThatTheRecordWroteItself() {
        record Celsius(double degrees) {
            @Override
            public double degrees() {
                return degrees * 10;
            }
        }
        assertThat(read(Rows.of(Celsius.class), new Celsius(2)).number(0)).isEqualTo(20);
    }

    @Test
    void letsTheExceptionOfAnAccessorThrough() {
        record Faulty(double x) {
            @Override
            public double x() {
                throw new IllegalStateException("no x today");
            }
        }
        RecordRows<Faulty> rows = Rows.of(Faulty.class);
        assertThatThrownBy(() -> read(rows, new Faulty(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no x today");
    }

    @Test
    void readsByTheRightsOfALookup() {
        assertThat(read(Rows.of(Everything.class, MethodHandles.lookup()), FULL).number(2))
                .isEqualTo(3);
    }

    @Test
    @Tag("T18")
    void refusesARowThatIsNull() {
        assertThatThrownBy(() -> read(Rows.of(Person.class), null))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("Person: a row is null. Give a record.");
    }

    @Test
    @Tag("T14")
    void refusesALongThatADoubleCannotHold() {
        record Id(long id) {}
        assertThatThrownBy(() -> read(Rows.of(Id.class), new Id((1L << 53) + 1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("Id, column 'id': the integer 9007199254740993");
    }

    @Test
    @Tag("T14")
    void passesOddDoublesOn() {
        record X(double x) {}
        for (double value : new double[] {-0.0, Double.MIN_VALUE, 1e308, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThat(Double.doubleToRawLongBits(
                            read(Rows.of(X.class), new X(value)).number(0)))
                    .isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @Test
    void readsEachKindOfRecordByAClassOfItsOwn() {
        record One(double x) {}
        record Two(String x) {}
        RowBuffer one = read(Rows.of(One.class), new One(1));
        RowBuffer two = read(Rows.of(Two.class), new Two("a"));
        assertThat(one.number(0)).isEqualTo(1);
        assertThat(two.category(0)).isEqualTo("a");
    }

    @Test
    void readsManyComponents() {
        record Wide(
                int a,
                int b,
                int c,
                int d,
                int e,
                int f,
                int g,
                int h,
                int i,
                int j,
                int k,
                int l,
                int m,
                int n,
                int o,
                int p,
                int q,
                int r,
                int s,
                int t,
                int u,
                int v,
                int w,
                int x,
                int y,
                int z) {}
        record Wider(Wide one, Wide two, Wide three, Wide four) {}
        Wide wide =
                new Wide(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26);
        RowBuffer buffer = read(Rows.of(Wider.class), new Wider(wide, wide, wide, wide));
        for (int i = 0; i < 104; i++) {
            assertThat(buffer.number(i)).isEqualTo(i % 26 + 1);
        }
    }
}
