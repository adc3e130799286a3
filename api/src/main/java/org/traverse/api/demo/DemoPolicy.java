package org.traverse.api.demo;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Weights;

/** What the demo company gives points for, unless a policy is configured: also what people want, so that it is seen. */
@Configuration(proxyBeanMethods = false)
@WithDemo
class DemoPolicy {
    private static final Weights WEIGHTS = new Weights(45, 15, 15, 10, 5, 5, 5, 0);

    @Bean
    @Primary
    Policy policyOfTheDemoCompany(@Qualifier("matchingPolicy") Policy configured) {
        return configured.equals(Policy.STANDARD) ? configured.withWeights(WEIGHTS) : configured;
    }
}
