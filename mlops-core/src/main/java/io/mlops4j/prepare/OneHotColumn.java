package io.mlops4j.prepare;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.prepare.ColumnTransform;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The categories that became features, whether missing and rare ones have a feature, and what becomes of unseen ones. */
record OneHotColumn(
        String column, List<String> categories, boolean missing, boolean other, List<String> rare, Unseen unseen)
        implements LearnedColumn {

    OneHotColumn {
        categories = List.copyOf(categories);
        rare = List.copyOf(rare);
    }

    static LearnedColumn restore(StateReader state) {
        List<String> categories = state.orderedTexts("categories");
        List<String> rare = state.orderedTexts("rare");
        boolean other = state.flag("other");
        state.require(
                rare.isEmpty() || Collections.disjoint(rare, Set.copyOf(categories)), "rare", "none of the categories");
        state.require(rare.isEmpty() || other, "rare", "no names without a feature for them");
        Unseen unseen = state.constant("unseen", EnumSet.allOf(Unseen.class));
        return new OneHotColumn(state.name("column"), categories, state.flag("missing"), other, rare, unseen);
    }

    @Override
    public ColumnTransform transform() {
        return new ColumnTransform(column, Column.of(column, ColumnType.SPARSE), OneHotMap.of(this));
    }

    @Override
    public Map<String, Object> state() {
        return State.with("column", column)
                .and("categories", categories)
                .and("missing", missing)
                .and("other", other)
                .and("rare", rare)
                .and("unseen", Spellings.of(unseen))
                .map();
    }
}
