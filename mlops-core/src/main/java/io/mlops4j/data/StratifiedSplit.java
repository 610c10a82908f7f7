package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.data.Dataset;
import io.mlops4j.api.data.Partition;
import io.mlops4j.api.data.Percent;
import io.mlops4j.api.data.Role;
import io.mlops4j.api.data.Schema;
import io.mlops4j.api.error.InvalidDataException;
import io.mlops4j.api.error.SchemaException;
import java.util.List;
import java.util.Locale;

/** Rows drawn by chance within each class. */
record StratifiedSplit(Percent training, long seedValue) implements SeededSplit {

    @Override
    public SeededSplit seed(long seed) {
        return new StratifiedSplit(training, seed);
    }

    @Override
    public void check(Schema schema) {
        target(schema);
    }

    private static Column target(Schema schema) {
        schema.withRole(Role.GROUP).stream().findFirst().ifPresent(group -> {
            throw new SchemaException("stratified() draws single rows of each class, but " + schema.name()
                    + " has the group '" + group.name()
                    + "', whose rows belong on the same side. Divide by random(), which draws whole groups, or by"
                    + " byHash(\"" + group.name() + "\", …).");
        });
        List<Column> targets = schema.withRole(Role.TARGET);
        if (targets.size() != 1) {
            throw new SchemaException("stratified() needs exactly one target in " + schema.name() + ", found "
                    + targets.size() + ". Divide by random() or byHash().");
        }
        Column target = targets.get(0);
        if (target.type() != ColumnType.CATEGORICAL && target.type() != ColumnType.BOOLEAN) {
            throw new SchemaException("stratified() needs classes, but the target '" + target.name() + "' is "
                    + target.type().name().toLowerCase(Locale.ROOT) + ". Divide by random() or byHash().");
        }
        return target;
    }

    @Override
    public Partition split(Dataset rows) {
        String target = target(rows.schema()).name();
        List<ClassRows> classes = ClassRows.of(rows, target);
        requireDivisible(classes, target);
        int[] counts = Shares.of(
                training,
                classes.stream().mapToInt(group -> group.rows().size()).toArray());
        Shuffle shuffle = new Shuffle(seedValue);
        boolean[] chosen = new boolean[rows.size()];
        for (int i = 0; i < counts.length; i++) {
            int[] members =
                    classes.get(i).rows().stream().mapToInt(Integer::intValue).toArray();
            shuffle.draw(members, counts[i]);
            for (int drawn = 0; drawn < counts[i]; drawn++) {
                chosen[members[drawn]] = true;
            }
        }
        return Parts.of(describe(), rows, chosen);
    }

    private void requireDivisible(List<ClassRows> classes, String target) {
        if (classes.size() < 2) {
            throw new InvalidDataException(describe() + ": the target '" + target + "' has "
                    + (classes.isEmpty()
                            ? "no class at all"
                            : "one class only, '" + Excerpt.of(classes.get(0).name()) + "'")
                    + ", expected at least two. There is nothing to tell apart.");
        }
        List<String> lonely = classes.stream()
                .filter(group -> group.rows().size() < 2)
                .map(group -> "class '" + Excerpt.of(group.name()) + "' of the target '" + target
                        + "' has a single row, which cannot be on both sides")
                .limit(10)
                .toList();
        if (!lonely.isEmpty()) {
            throw new InvalidDataException(
                    describe()
                            + ": every class needs at least two rows. Leave such rows out, join classes, or divide by"
                            + " random().",
                    lonely);
        }
    }

    @Override
    public String describe() {
        return "stratified(" + Shares.describe(training) + ", seed " + seedValue + ")";
    }

    @Override
    public String toString() {
        return describe();
    }
}
