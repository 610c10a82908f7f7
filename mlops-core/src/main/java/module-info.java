/** The engine of the library and its built-in parts. */
module io.mlops4j.core {
    requires transitive io.mlops4j.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires de.siegmar.fastcsv;
    requires HdrHistogram;
    requires transitive java.sql;
    requires org.jdbi.v3.core;
    // Jdbi needs it, but has no module description to say so
    requires io.leangen.geantyref;
    requires transitive org.slf4j;
    requires static transitive org.jspecify;

    // what MlopsBuilder.discoverFormats looks for
    uses io.mlops4j.api.prepare.PreprocessorFormat;
    uses io.mlops4j.api.train.ModelFormat;

    exports io.mlops4j;
    exports io.mlops4j.bundle;
    exports io.mlops4j.check;
    exports io.mlops4j.data;
    exports io.mlops4j.deploy;
    exports io.mlops4j.drift;
    exports io.mlops4j.evaluate;
    exports io.mlops4j.event;
    exports io.mlops4j.monitor;
    exports io.mlops4j.prepare;
    exports io.mlops4j.registry;
    exports io.mlops4j.report;
}
