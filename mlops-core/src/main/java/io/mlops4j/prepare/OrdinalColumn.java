package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The categories in their order, and the number of an unseen one unless it is refused. */
record OrdinalColumn(String column, boolean nullable, List<String> categories, OptionalDouble unseenAs)
        implements LearnedColumn {

    private static final String REFUSE = Spellings.of(Unseen.REFUSE);

    OrdinalColumn {
        categories = List.copyOf(categories);
    }

    static LearnedColumn restore(StateReader state) {
        List<String> categories = state.texts("categories");
        state.require(!categories.isEmpty(), "categories", "at least one name");
        state.require(new HashSet<>(categories).size() == categories.size(), "categories", "each name once");
        return new OrdinalColumn(state.name("column"), state.flag("nullable"), categories, unseenAs(state));
    }

    private static OptionalDouble unseenAs(StateReader state) {
        if (!state.isText("unseen")) {
            return OptionalDouble.of(state.number("unseen"));
        }
        state.require(state.text("unseen").equals(REFUSE), "unseen", "'" + REFUSE + "' or a number");
        return OptionalDouble.empty();
    }

    @Override
    public ColumnTransform transform() {
        Column output = Column.of(column, ColumnType.NUMERIC).nullable(nullable);
        return new ColumnTransform(column, output, OrdinalMap.of(this));
    }

    @Override
    public Map<String, Object> state() {
        Object unseen = unseenAs.isPresent() ? (Object) unseenAs.getAsDouble() : REFUSE;
        return State.with("column", column)
                .and("nullable", nullable)
                .and("categories", categories)
                .and("unseen", unseen)
                .map();
    }
}
