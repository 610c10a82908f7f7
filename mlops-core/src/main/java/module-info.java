/** The engine of the library and its built-in parts. */
module io.mlops4j.core {
    requires HdrHistogram;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires io.leangen.geantyref;
    requires transitive io.mlops4j.api;
    requires transitive java.sql;
    requires org.jdbi.v3.core;
    requires static transitive org.jspecify;
    requires transitive org.slf4j;

    exports io.mlops4j.bundle;
    exports io.mlops4j.check;
    exports io.mlops4j.data;
    exports io.mlops4j.evaluate;
    exports io.mlops4j.event;
    exports io.mlops4j.monitor;
    exports io.mlops4j.prepare;
    exports io.mlops4j.registry;
    exports io.mlops4j.report;
    exports io.mlops4j;
}
