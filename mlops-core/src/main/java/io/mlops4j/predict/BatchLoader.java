package io.mlops4j.predict;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Dictionary;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.RowBuffer;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Values;
import java.util.ArrayList;
import java.util.List;

/** Writes the rows of a batch, one after the other, as a reader would. */
final class BatchLoader {

    private record Numbers(int position, NumericValues values) {}

    /** A column of categories, and the model's code of each code of the batch. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Categories(int position, CategoricalValues values, int[] codes) {}

    private record Texts(int position, Values values) {}

    private final Schema schema;
    private final Numbers[] numbers;
    private final Categories[] categories;
    private final Texts[] texts;

    BatchLoader(Dataset rows, List<InputColumn> columns) {
        InputColumns.requireIn(rows.schema(), columns);
        List<Column> declared = new ArrayList<>();
        List<Numbers> ofNumbers = new ArrayList<>();
        List<Categories> ofCategories = new ArrayList<>();
        List<Texts> ofTexts = new ArrayList<>();
        for (InputColumn column : columns) {
            int position = declared.size();
            Values values = rows.values(column.name());
            if (values instanceof NumericValues found) {
                ofNumbers.add(new Numbers(position, found));
            } else if (values instanceof CategoricalValues found) {
                int[] codes = found.dictionary().names().stream()
                        .mapToInt(column.dictionary()::code)
                        .toArray();
                ofCategories.add(new Categories(position, found, codes));
            } else {
                ofTexts.add(new Texts(position, values));
            }
            declared.add(column.column().nullable(true)); // in a batch, NaN is a missing number
        }
        this.schema = Schema.of(rows.schema().name(), declared);
        this.numbers = ofNumbers.toArray(Numbers[]::new);
        this.categories = ofCategories.toArray(Categories[]::new);
        this.texts = ofTexts.toArray(Texts[]::new);
    }

    /** The columns that are written. */
    Schema schema() {
        return schema;
    }

    void load(int at, InputRow row) {
        row.line(at);
        RowBuffer buffer = row.buffer();
        for (Numbers column : numbers) {
            buffer.number(column.position(), column.values().get(at));
        }
        for (Categories column : categories) {
            int own = column.values().code(at);
            int code = own < 0 ? Dictionary.MISSING : column.codes()[own];
            if (code == Dictionary.UNSEEN) {
                buffer.category(column.position(), column.values().dictionary().name(own));
            } else {
                buffer.code(column.position(), code);
            }
        }
        for (Texts column : texts) {
            buffer.text(column.position(), column.values().text(at));
        }
    }
}
