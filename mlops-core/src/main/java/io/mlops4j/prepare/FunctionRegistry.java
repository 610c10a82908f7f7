package io.mlops4j.prepare;

import io.mlops4j.api.error.UnsupportedModelException;
import java.util.List;
import java.util.stream.Collectors;

/** The functions that a stored step may name. */
final class FunctionRegistry {

    private final List<NamedFunction> functions;

    FunctionRegistry(List<NamedFunction> functions) {
        this.functions = List.copyOf(functions);
        for (int i = 0; i < functions.size(); i++) {
            NamedFunction function = functions.get(i);
            for (NamedFunction earlier : functions.subList(0, i)) {
                if (earlier.name().equals(function.name()) && earlier.version() == function.version()) {
                    throw new IllegalArgumentException("The function " + function + " is registered twice.");
                }
            }
        }
    }

    NamedFunction require(String name, int version, String column) {
        return functions.stream()
                .filter(function -> function.name().equals(name) && function.version() == version)
                .findFirst()
                .orElseThrow(() -> absent(name, version, column));
    }

    private UnsupportedModelException absent(String name, int version, String column) {
        String versions = functions.stream()
                .filter(function -> function.name().equals(name))
                .map(function -> Integer.toString(function.version()))
                .collect(Collectors.joining(", "));
        return new UnsupportedModelException(
                "Column '" + Excerpt.of(column) + "' needs the function '" + name + "' in version "
                        + version + ", but " + (versions.isEmpty() ? "no version of it" : "only version " + versions)
                        + " is registered. A bundle never holds code: give the function to Mlops.builder() before loading.");
    }
}
