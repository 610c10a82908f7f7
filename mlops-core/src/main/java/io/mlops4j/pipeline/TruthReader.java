package io.mlops4j.pipeline;

import io.mlops4j.api.data.CategoricalValues;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.predict.ClassTruth;
import io.mlops4j.api.predict.Classes;
import io.mlops4j.api.predict.NumberTruth;
import io.mlops4j.api.predict.Truth;
import io.mlops4j.api.train.CategoryTarget;
import io.mlops4j.api.train.NumberTarget;
import io.mlops4j.api.train.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is true out of the target's column. The classes are those of the training rows. */
final class TruthReader {

    private final String column;
    private final Optional<Classes> classes;

    private TruthReader(String column, Optional<Classes> classes) {
        this.column = column;
        this.classes = classes;
    }

    static TruthReader of(Target<?> target, Dataset training) {
        if (target instanceof CategoryTarget category) {
            return new TruthReader(category.column(), Optional.of(classes(category, training)));
        }
        return new TruthReader(((NumberTarget) target).column(), Optional.empty());
    }

    /** A reader for a model that is there, with the classes that it has. */
    static TruthReader of(Target<?> target, Optional<Classes> classes) {
        return new TruthReader(target.columns().get(0).name(), classes);
    }

    private static Classes classes(CategoryTarget target, Dataset training) {
        CategoricalValues values = training.categorical(target.column());
        long[] counts = values.counts();
        List<String> present = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                present.add(values.dictionary().names().get(code));
            }
        }
        if (present.size() < 2) {
            throw new InvalidDataException("The target '" + target.column() + "' has one class in the training rows, "
                    + present + "; at least two are needed to learn to tell them apart.");
        }
        target.positiveClass().filter(positive -> !present.contains(positive)).ifPresent(positive -> {
            throw new InvalidDataException("The positive class '" + positive + "' of the target '" + target.column()
                    + "' is none of the classes of the training rows, " + present + ".");
        });
        return Classes.of(present, target.positiveClass());
    }

    Optional<Classes> classes() {
        return classes;
    }

    Truth read(Dataset rows) {
        return classes.<Truth>map(known -> classTruth(known, rows.categorical(column)))
                .orElseGet(() -> numberTruth(rows.numeric(column)));
    }

    private ClassTruth classTruth(Classes known, CategoricalValues values) {
        int[] translation = values.dictionary().names().stream()
                .mapToInt(name -> known.find(name).orElse(-1))
                .toArray();
        int[] codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            int code = values.code(row);
            codes[row] = code < 0 ? -1 : translation[code];
            if (codes[row] < 0) {
                throw new InvalidDataException("The target '" + column + "' of row " + row + " is '" + values.text(row)
                        + "', which no training row has. Classes: " + known.names() + ".");
            }
        }
        return ClassTruth.wrap(known, codes);
    }

    private NumberTruth numberTruth(NumericValues values) {
        double[] numbers = values.toArray();
        for (int row = 0; row < numbers.length; row++) {
            if (!Double.isFinite(numbers[row])) {
                throw new InvalidDataException("The target '" + column + "' of row " + row + " is " + numbers[row]
                        + "; it has to be a finite number.");
            }
        }
        return NumberTruth.wrap(numbers);
    }
}
