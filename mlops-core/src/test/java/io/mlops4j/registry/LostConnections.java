package io.mlops4j.registry;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A host's data source whose connections break in the next commit when they are told to, before or after it is done. */
final class LostConnections {

    enum When {
        BEFORE_IT_IS_DONE,
        AFTER_IT_IS_DONE
    }

    private final DataSource source;
    private volatile When next;

    LostConnections(DataSource source) {
        this.source = source;
    }

    void breakNextCommit(When when) {
        next = when;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection ? breaking(connection) : result;
        });
    }

    private Connection breaking(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            When when = method.getName().equals("commit") ? next : null;
            if (when == null) {
                return call(connection, method, arguments);
            }
            next = null;
            if (when == When.AFTER_IT_IS_DONE) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.close();
            throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
