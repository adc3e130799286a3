package org.traverse.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Weights;

class MatchingPolicyTest {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(MatchingConfiguration.class)
            .withInitializer(context ->
                    context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withPropertyValues("traverse.matching.longest-run=1s", "traverse.matching.unimproved=1s");

    @Test
    void isTheStandardUnlessACompanyHasItsOwn() {
        application.run(started -> assertThat(started.getBean(Policy.class)).isEqualTo(Policy.STANDARD));
    }

    @Test
    void isWhatIsConfigured() {
        application
                .withPropertyValues(
                        "traverse.matching.policy.weights.required=40",
                        "traverse.matching.policy.weights.growth=10",
                        "traverse.matching.policy.months-in-role=12",
                        "traverse.matching.policy.spread=3",
                        "traverse.matching.policy.ranking=5")
                .run(started -> assertThat(started.getBean(Policy.class))
                        .isEqualTo(new Policy(new Weights(40, 20, 20, 10, 10, 0, 0, 0), 24, 12, 12, 3, 3, 5)));
    }

    @Test
    void thatMakesNoSenseKeepsTheApplicationFromStarting() {
        application
                .withPropertyValues("traverse.matching.policy.weights.growth=10")
                .run(failed -> assertThat(failed.getStartupFailure())
                        .hasRootCauseMessage("the weights add up to 110, but must to 100"));
    }
}
