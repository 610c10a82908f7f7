package io.mlops4j.registry;

import io.mlops4j.api.registry.VersionQuery;
import java.sql.DatabaseMetaData;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** How a database finds a page of versions, in its own words. It lies in this package to reach the statement. */
public final class SearchPlan {

    private SearchPlan() {}

    /**
     * Asks a database.
     *
     * @param connections to SQLite or PostgreSQL
     * @param page what is to be found
     * @return one line a step
     */
    public static String of(ConnectionFactory connections, VersionQuery page) {
        SearchStatement statement = SearchStatement.of(page);
        try (Handle handle = Jdbi.create(connections).open()) {
            boolean sqlite = handle.queryMetadata(DatabaseMetaData::getDatabaseProductName)
                    .equals("SQLite");
            Query query = handle.createQuery((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + statement.sql());
            statement.values().forEach(query::bind);
            return String.join(
                    "\n",
                    query.map((row, context) -> row.getString(sqlite ? "detail" : "QUERY PLAN"))
                            .list());
        }
    }
}
