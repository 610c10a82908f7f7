package io.mlops4j.data;

import io.mlops4j.api.data.Column;
import io.mlops4j.api.data.ColumnType;
import io.mlops4j.api.error.SchemaException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a record and the records in it, and collects their columns and whatever cannot be one. */
final class RecordWalk {

    private final RecordAccess access;
    private final List<RecordColumn> columns = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private RecordWalk(RecordAccess access) {
        this.access = access;
    }

    static List<RecordColumn> through(Class<?> record, RecordAccess access) {
        String name = record.getSimpleName();
        if (!record.isRecord()) {
            throw new SchemaException(name + " is not a record. Make it one, or write a RowReader for it.");
        }
        RecordWalk walk = new RecordWalk(access);
        walk.record(record, "", false, List.of(), List.of());
        if (!walk.problems.isEmpty()) {
            throw new SchemaException(
                    "the record " + name + " has components that cannot be columns. Possible are primitives"
                            + " but char, their boxes, String, enums, Instant, LocalDate, Optional of these, and nested records.",
                    walk.problems);
        }
        if (walk.columns.isEmpty()) {
            throw new SchemaException("the record " + name + " has no components, so a row of it has no columns.");
        }
        return walk.columns;
    }

    private void record(
            Class<?> record, String prefix, boolean nullable, List<MethodHandle> path, List<Class<?>> enclosing) {
        List<Class<?>> within = append(enclosing, record);
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + component.getName();
            List<MethodHandle> longer = append(path, access.accessor(record, component));
            component(component, name, nullable || declaredNullable(component), longer, within);
        }
    }

    private void component(
            RecordComponent component, String name, boolean nullable, List<MethodHandle> path, List<Class<?>> within) {
        Class<?> type = component.getType();
        if (type == Optional.class) {
            Optional<Class<?>> content = contentOf(component.getGenericType());
            if (content.isPresent()) {
                value(content.get(), component, name, true, append(path, OptionalStep.to(content.get())), within);
            } else {
                refuse(component, name, "");
            }
        } else {
            value(type, component, name, nullable, path, within);
        }
    }

    private void value(
            Class<?> type,
            RecordComponent component,
            String name,
            boolean nullable,
            List<MethodHandle> path,
            List<Class<?>> within) {
        Optional<ColumnType> columnType = ComponentType.columnType(type);
        if (columnType.isPresent()) {
            columns.add(new RecordColumn(Column.of(name, columnType.get()).nullable(nullable), path));
        } else if (type.isRecord() && within.contains(type)) {
            refuse(component, name, ": a record that contains itself has no end");
        } else if (type.isRecord()) {
            record(type, name + ".", nullable, path, within);
        } else if (type == char.class || type == Character.class) {
            refuse(component, name, ": write a String, for a char is either a short text or a number");
        } else {
            refuse(component, name, "");
        }
    }

    private void refuse(RecordComponent component, String name, String reason) {
        problems.add("'" + name + "' is of type " + component.getGenericType().getTypeName() + reason);
    }

    private static Optional<Class<?>> contentOf(Type optional) {
        return optional instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> content
                ? Optional.of(content)
                : Optional.empty();
    }

    /** Any annotation of that simple name will do, on the component or on its type, if it is there at run time. */
    private static boolean declaredNullable(RecordComponent component) {
        return hasNullable(component) || hasNullable(component.getAnnotatedType());
    }

    private static boolean hasNullable(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<T> append(List<? extends T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
