package io.mlops4j.data;

import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.NumericValues;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.data.Split;
import io.mlops4j.api.data.Values;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Rows by the SHA-256 of their key. */
record HashSplit(String keyColumn, Percent training) implements Split {

    private static final double EXACT = 0x1p53;

    @Override
    public void check(Schema schema) {
        if (schema.column(keyColumn).type() == ColumnType.SPARSE) {
            throw new SchemaException("byHash() needs one key a row, but '" + keyColumn + "' is sparse.");
        }
    }

    @Override
    public Partition split(Dataset rows) {
        check(rows.schema());
        Values keys = rows.values(keyColumn);
        MessageDigest digest = sha256();
        boolean[] chosen = new boolean[rows.size()];
        for (int row = 0; row < chosen.length; row++) {
            String key = key(keys, row);
            if (key == null) {
                throw new InvalidDataException(rows.schema().name() + ", row " + row + ": the key '" + keyColumn
                        + "' is missing, but every row needs one to be divided by.");
            }
            chosen[row] = position(digest, key) < training.share();
        }
        return Parts.of(describe(), rows, chosen);
    }

    /** Whole numbers as their digits, others as their bits: how a double is printed depends on the Java version. */
    private static @Nullable String key(Values keys, int row) {
        if (keys instanceof NumericValues numbers && !numbers.missing(row)) {
            double value = numbers.get(row);
            return value == Math.rint(value) && Math.abs(value) <= EXACT
                    ? Long.toString((long) value)
                    : Long.toHexString(Double.doubleToLongBits(value));
        }
        return keys.text(row);
    }

    /** Where between 0 and 1 the hash of a key lies, by its first 53 bits. */
    private static double position(MessageDigest digest, String key) {
        byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public String describe() {
        return "byHash(" + keyColumn + ", " + Shares.describe(training) + ")";
    }

    @Override
    public String toString() {
        return describe();
    }
}
