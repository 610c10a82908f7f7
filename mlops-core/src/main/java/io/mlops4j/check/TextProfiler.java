package io.mlops4j.check;

import io.mlops4j.api.check.TextProfile;
import io.mlops4j.api.data.TextValues;
import java.util.HashSet;
import java.util.Set;

/** Profiles texts by their lengths. */
final class TextProfiler {

    private TextProfiler() {}

    static TextProfile of(String column, TextValues values) {
        Set<String> distinct = new HashSet<>();
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        long length = 0;
        long present = 0;
        for (int row = 0; row < values.size(); row++) {
            String text = values.text(row);
            if (text != null) {
                distinct.add(text);
                shortest = Math.min(shortest, text.length());
                longest = Math.max(longest, text.length());
                length += text.length();
                present++;
            }
        }
        return new TextProfile(
                column,
                values.size(),
                values.size() - present,
                distinct.size(),
                present == 0 ? 0 : shortest,
                longest,
                present == 0 ? Double.NaN : (double) length / present);
    }
}
