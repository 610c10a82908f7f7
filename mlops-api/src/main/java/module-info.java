/**
 * The vocabulary of a model's life and the interfaces behind which its parts are exchanged. It needs nothing but the JDK;
 * the annotations of JSpecify are for tools.
 */
module io.mlops4j.api {
    requires static transitive org.jspecify;

    exports io.mlops4j.api.bundle;
    exports io.mlops4j.api.check;
    exports io.mlops4j.api.data;
    exports io.mlops4j.api.deploy;
    exports io.mlops4j.api.error;
    exports io.mlops4j.api.evaluate;
    exports io.mlops4j.api.event;
    exports io.mlops4j.api.monitor;
    exports io.mlops4j.api.pipeline;
    exports io.mlops4j.api.predict;
    exports io.mlops4j.api.prepare;
    exports io.mlops4j.api.registry;
    exports io.mlops4j.api.train;
}
