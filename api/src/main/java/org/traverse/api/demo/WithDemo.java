package org.traverse.api.demo;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** For what exists only where there is a demo company: in the embedded run, unless it is switched off. */
@Target(TYPE)
@Retention(RUNTIME)
@ConditionalOnProperty(name = "traverse.demo.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
@interface WithDemo {}
