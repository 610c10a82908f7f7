package io.mlops4j.monitor;

import io.mlops4j.api.monitor.AlertSink;
import io.mlops4j.testkit.AlertSinkContract;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

class SinksTest extends AlertSinkContract {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected AlertSink sink() {
        return Sinks.log(new Warnings(lines));
    }

    @Override
    protected List<String> delivered() {
        return lines;
    }

    /** Keeps what is logged as a warning. */
    private static final class Warnings extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        private final transient List<String> lines;

        Warnings(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return false;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Warnings.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            lines.add(MessageFormatter.basicArrayFormat(pattern, arguments));
        }
    }
}
