package org.traverse.matching.assignment;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The time that processors have worked for this process: compiling and collecting garbage counts. */
public final class Cpu {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    public static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }

    public static double secondsSince(long nanos) {
        return (nanos() - nanos) / 1e9;
    }
}
