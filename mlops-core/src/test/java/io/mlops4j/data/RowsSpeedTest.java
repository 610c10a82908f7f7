package io.mlops4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mlops4j.api.data.RowBuffer;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class RowsSpeedTest {

    private record Customer(int age, String job, double income, boolean married, long since, Home home) {}

    private record Home(String city, float rooms) {}

    @Test
    void makesNoObjectWhenARowIsRead() {
        RecordRows<Customer> rows = Rows.of(Customer.class);
        RowBuffer buffer = new RowBuffer(rows.schema());
        Customer customer = new Customer(40, "baker", 1e5, true, 2010L, new Home("Oslo", 3.5f));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 100_000; i++) {
            rows.read(customer, buffer);
        }
        int reads = 100_000;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < reads; i++) {
            rows.read(customer, buffer);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat((double) bytes / reads).isLessThan(1);
    }
}
