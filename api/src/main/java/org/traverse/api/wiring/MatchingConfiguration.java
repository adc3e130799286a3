package org.traverse.api.wiring;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.staffing.Staffing;
import org.traverse.matching.staffing.StaffingLimits;

/** Matching knows no Spring; this is where they meet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MatchingPolicy.class)
class MatchingConfiguration {
    @Bean
    Policy matchingPolicy(MatchingPolicy configured) {
        return configured.policy();
    }

    @Bean
    Staffing staffing(
            @Value("${traverse.matching.longest-run}") Duration longest,
            @Value("${traverse.matching.unimproved}") Duration unimproved) {
        return new Staffing(StaffingLimits.ofTime(longest, unimproved));
    }
}
