package org.traverse;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what an event says about a person, or in a person's words, and must be forgotten with that person.
 *
 * <p>It is stored encrypted with that person's own key. Once the key is destroyed it reads as erased: a text as {@link
 * #ERASED}, a list, set or optional as empty, a number as 0, a truth value as false, a record as one whose components are
 * erased, and all else (a date, an id, a record that is written as one value) as null.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {
    String ERASED = "[erased]";

    /**
     * The components of the same record that hold whose data it is: each an {@code EmployeeId}. Where they are two, such
     * as whom a text is about and who wrote it, it goes with whoever is erased first.
     */
    String[] subject();
}
