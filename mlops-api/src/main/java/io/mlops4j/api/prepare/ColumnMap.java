package io.mlops4j.api.prepare;

import io.mlops4j.api.data.SparseSink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one value. Pure: the same value always gives the same result. */
public sealed interface ColumnMap {

    /** A number becomes a number; of a numeric or boolean column. */
    @FunctionalInterface
    non-sealed interface Numeric extends ColumnMap {

        /**
         * Maps a number.
         *
         * @param value the number, NaN if it is missing
         * @return the result, NaN if it is missing
         * @throws io.mlops4j.api.error.InvalidDataException if the value breaks a policy that says so
         */
        double apply(double value);
    }

    /**
     * A number becomes a number along a straight line: {@code (value - center) * slope}. Whoever multiplies the result with a
     * weight can multiply the slope instead, once for all rows.
     */
    interface Affine extends Numeric {

        /**
         * Maps a number.
         *
         * @param value the number, NaN if it is missing
         * @return for a finite number {@code (value - center()) * slope()}, but for rounding, and as far as a double reaches; for
         *     a missing one whatever the map has for it, or NaN
         */
        @Override
        double apply(double value);

        /**
         * The number that becomes 0.
         *
         * @return a finite number
         */
        double center();

        /**
         * How much the result rises when the number rises by 1.
         *
         * @return a finite number, 1 with a center of 0 if the map leaves numbers as they are, 0 if it has 0 for all of them;
         *     infinite if no double is large enough
         */
        double slope();
    }

    /** A category becomes a category. */
    @FunctionalInterface
    non-sealed interface Category extends ColumnMap {

        /**
         * Maps a category.
         *
         * @param value its name, or null if it is missing
         * @return the name of the result, or null if it is missing
         * @throws io.mlops4j.api.error.InvalidDataException if the value breaks a policy that says so
         */
        @Nullable
        String apply(@Nullable String value);
    }

    /** A category, or a text, becomes a number. */
    @FunctionalInterface
    non-sealed interface Encoding extends ColumnMap {

        /**
         * Maps a category or text.
         *
         * @param value the category's name or the text, or null if it is missing
         * @return the number, NaN if it is missing
         * @throws io.mlops4j.api.error.InvalidDataException if the value breaks a policy that says so
         */
        double apply(@Nullable String value);
    }

    /** A category, or a text, becomes a block of sparse features. */
    non-sealed interface Sparse extends ColumnMap {

        /**
         * The names of the features, each unique in the block.
         *
         * @return an immutable list, always the same
         */
        List<String> features();

        /**
         * Maps a category or text.
         *
         * @param value the category's name or the text, or null if it is missing
         * @param sink takes the features that are present, by rising index
         * @throws io.mlops4j.api.error.InvalidDataException if the value breaks a policy that says so
         */
        void apply(@Nullable String value, SparseSink sink);
    }
}
