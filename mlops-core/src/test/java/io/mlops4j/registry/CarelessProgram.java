package io.mlops4j.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Gives out numbers as a registry without its lock would: looks for the last one and takes the next. */
public final class CarelessProgram {

    private CarelessProgram() {}

    /**
     * Runs it, together with another one.
     *
     * @param arguments the rounds, and the address of a database with the tables {@code present} and {@code given}
     */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(arguments[1]);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO present VALUES (1)");
            while (number(statement, "SELECT count(*) FROM present") < 2) {
                Thread.sleep(1);
            }
            for (int round = Integer.parseInt(arguments[0]); round > 0; round--) {
                int next = number(statement, "SELECT coalesce(max(number), 0) + 1 FROM given");
                statement.execute("INSERT INTO given VALUES (" + next + ")");
                System.out.println("version " + next);
            }
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
