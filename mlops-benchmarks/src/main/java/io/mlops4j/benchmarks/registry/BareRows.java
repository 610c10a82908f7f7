package io.mlops4j.benchmarks.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody would write who wants nothing but the rows and the bytes on the disk: the very rows that the registry has
 * written, inserted by prepared statements in one transaction, and a file that is forced to the disk once. Tables whose rows
 * the registry changes are changed too.
 */
final class BareRows implements AutoCloseable {

    private final Connection theirs;
    private final Connection own;
    private final Path folder;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private final List<PreparedStatement> updates = new ArrayList<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private int files;

    /**
     * A database with the same tables.
     *
     * @param registry the database of the registry, in which one version is registered so far
     */
    BareRows(Path registry, Path folder) throws SQLException {
        this.folder = folder;
        this.theirs = DriverManager.getConnection("jdbc:sqlite:" + registry);
        this.own = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bare.db"));
        try (Statement statement = own.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            for (String definition : definitions()) {
                statement.execute(definition);
            }
        }
        for (String table : tables()) {
            taken.put(table, 0);
            String marks = String.join(", ", Collections.nCopies(columns(table).size(), "?"));
            inserts.put(table, own.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")"));
        }
        for (Map.Entry<String, List<Object[]>> table : newRows().entrySet()) {
            insert(table.getKey(), table.getValue());
        }
    }

    private List<String> definitions() throws SQLException {
        return texts("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'index'");
    }

    private List<String> tables() throws SQLException {
        return texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mlops%' ORDER BY name");
    }

    private List<String> columns(String table) throws SQLException {
        return texts("SELECT name FROM pragma_table_info('" + table + "')");
    }

    private List<String> texts(String query) throws SQLException {
        try (Statement statement = theirs.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** The rows that the registry has added since the last call, by table. */
    Map<String, List<Object[]>> newRows() throws SQLException {
        Map<String, List<Object[]>> all = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> table : taken.entrySet()) {
            List<Object[]> rows = rows(table.getKey(), table.getValue());
            all.put(table.getKey(), rows);
            table.setValue(table.getValue() + rows.size());
        }
        return all;
    }

    private List<Object[]> rows(String table, int from) throws SQLException {
        try (Statement statement = theirs.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " LIMIT -1 OFFSET " + from)) {
            int width = rows.getMetaData().getColumnCount();
            List<Object[]> found = new ArrayList<>();
            while (rows.next()) {
                Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                found.add(row);
            }
            return found;
        }
    }

    /** Says which tables keep their number of rows, and so were changed. */
    void change(Map<String, List<Object[]>> added) throws SQLException {
        for (Map.Entry<String, List<Object[]>> table : added.entrySet()) {
            if (table.getValue().isEmpty() && taken.getOrDefault(table.getKey(), 0) > 0) {
                String column = columns(table.getKey()).get(0);
                updates.add(own.prepareStatement("UPDATE " + table.getKey() + " SET " + column + " = " + column));
            }
        }
    }

    /** Stores one version: its share of the rows, and its bytes. */
    void store(Map<String, List<Object[]>> added, int version, int versions, byte[] bytes)
            throws SQLException, IOException {
        try (FileChannel file = FileChannel.open(
                folder.resolve("blob-" + files++), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(bytes));
            file.force(true);
        }
        own.setAutoCommit(false);
        for (Map.Entry<String, List<Object[]>> table : added.entrySet()) {
            int each = table.getValue().size() / versions;
            insert(table.getKey(), table.getValue().subList(version * each, (version + 1) * each));
        }
        for (PreparedStatement update : updates) {
            update.executeUpdate();
        }
        own.commit();
    }

    private void insert(String table, List<Object[]> rows) throws SQLException {
        PreparedStatement insert = inserts.get(table);
        if (insert == null) {
            throw new IllegalStateException(table);
        }
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        own.close();
        theirs.close();
    }
}
