package org.traverse.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The test has the running application, with the demo company, to itself; started once for all that ask for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // A run ends when it is stopped or cannot be bettered, however slow the machine.
        properties = {"traverse.matching.longest-run=10m", "traverse.matching.unimproved=10m"})
@ResourceLock("whole application")
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
public @interface WholeApplication {}
