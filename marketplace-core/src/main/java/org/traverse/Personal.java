package org.traverse;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what an event says about a person, or in a person's words, and must be forgotten with that person. */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {
    /** The component of the same record that holds whose data it is: an {@code EmployeeId}. */
    String subject();
}
