package org.traverse.api.embedded;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import org.traverse.readmodel.embedded.CannotStart;

/** Whose servers these are: both are embedded, or neither is. */
enum Servers {
    EMBEDDED,
    EXTERNAL;

    private static final String POSTGRES = "spring.datasource.url";
    static final String ELASTICSEARCH = "traverse.elasticsearch.uris";

    static Servers of(Environment environment) {
        boolean postgres = StringUtils.hasText(environment.getProperty(POSTGRES));
        boolean elasticsearch = StringUtils.hasText(environment.getProperty(ELASTICSEARCH));
        if (postgres != elasticsearch) {
            throw new CannotStart("%s is set and %s is not: set both, to use servers of your own, or neither"
                    .formatted(postgres ? POSTGRES : ELASTICSEARCH, postgres ? ELASTICSEARCH : POSTGRES));
        }
        return postgres ? EXTERNAL : EMBEDDED;
    }

    static final class Embedded implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return of(context.getEnvironment()) == EMBEDDED;
        }
    }

    static final class External implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return of(context.getEnvironment()) == EXTERNAL;
        }
    }
}
