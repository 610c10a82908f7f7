package io.mlops4j.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/** JSON values of every kind, a few levels deep, with every character there is. */
public final class AnyJson implements ArbitrarySupplier<Object> {

    @Override
    public Arbitrary<Object> get() {
        return json();
    }

    private static Arbitrary<Object> json() {
        return Arbitraries.lazyOf(
                () -> texts().map(Object.class::cast),
                () -> Arbitraries.doubles().filter(number -> number != 0).map(Object.class::cast),
                () -> Arbitraries.of(true, false).map(Object.class::cast),
                () -> json().list().ofMaxSize(3).map(Object.class::cast),
                () -> Arbitraries.maps(texts(), json()).ofMaxSize(3).map(Object.class::cast));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(5)
                .filter(text -> UTF_8.newEncoder().canEncode(text));
    }
}
