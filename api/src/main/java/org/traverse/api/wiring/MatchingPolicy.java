package org.traverse.api.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Weights;

/** The company's matching policy as it is configured; what is left out is as in the standard policy. */
@ConfigurationProperties("traverse.matching.policy")
record MatchingPolicy(
        @DefaultValue Shares weights,
        @DefaultValue("24") int monthsEvidenceIsRecent,
        @DefaultValue("12") int mostHoursApart,
        @DefaultValue("0") int monthsInRole,
        @DefaultValue("0") int spread,
        @DefaultValue("3") int stability,
        @DefaultValue("10") int ranking) {
    record Shares(
            @DefaultValue("50") int required,
            @DefaultValue("20") int desirable,
            @DefaultValue("20") int availability,
            @DefaultValue("10") int evidence,
            @DefaultValue("0") int growth,
            @DefaultValue("0") int interest,
            @DefaultValue("0") int preference,
            @DefaultValue("0") int continuity) {}

    Policy policy() {
        var shared = new Weights(
                weights.required(),
                weights.desirable(),
                weights.availability(),
                weights.evidence(),
                weights.growth(),
                weights.interest(),
                weights.preference(),
                weights.continuity());
        return new Policy(shared, monthsEvidenceIsRecent, mostHoursApart, monthsInRole, spread, stability, ranking);
    }
}
