package io.mlops4j.tribuo;

import com.google.protobuf.Any;

/** A class that must never be initialised: it tells if it was. */
public final class Canary {

    static final String SONG = "io.mlops4j.tribuo.canary";

    static {
        System.setProperty(SONG, "sung");
    }

    private Canary() {}

    public static Object deserializeFromProto(int version, String className, Any message) {
        return new Canary();
    }
}
