package org.traverse;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name an event is stored under for ever, such as {@code gig.published}. The class may be renamed, this never. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventName {
    String value();

    /** Raised when the stored shape changes; older shapes stay readable. */
    int revision() default 1;
}
