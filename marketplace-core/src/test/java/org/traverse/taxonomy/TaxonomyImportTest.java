package org.traverse.taxonomy;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.RuleViolated;
import org.traverse.taxonomy.TaxonomyImportCommand.AdvanceImport;
import org.traverse.taxonomy.TaxonomyImportCommand.BeginImport;
import org.traverse.taxonomy.TaxonomyImportCommand.FailImport;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportAdvanced;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportBegun;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFailed;
import org.traverse.taxonomy.TaxonomyImportEvent.ImportFinished;

class TaxonomyImportTest {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final String SHA = "0123456789abcdef".repeat(4);

    final TaxonomyImportId id = TaxonomyImportId.random();
    final ImportBegun begun = new ImportBegun(id, "O*NET", "db.zip", SHA, 100, NOW);
    final ImportAdvanced half = new ImportAdvanced(id, 50);
    final ImportAdvanced all = new ImportAdvanced(id, 100);
    final ImportFinished finished = new ImportFinished(id, NOW);
    final ImportFailed failed = new ImportFailed(id, "the disk is full", NOW);
    final AggregateTestFixture<TaxonomyImport> taxonomy = new AggregateTestFixture<>(TaxonomyImport.class);

    @BeforeEach
    void clock() {
        taxonomy.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Nested
    class Beginning {
        @Test
        void happensOnce() {
            taxonomy.givenNoPriorActivity()
                    .when(new BeginImport(id, "O*NET", "db.zip", SHA, 100))
                    .expectEvents(begun);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(taxonomy.given(begun, half).when(new BeginImport(id, "O*NET", "db.zip", SHA, 100)));
        }

        @Test
        void isRefusedUnderTheIdOfAnother() {
            refused(
                    taxonomy.given(begun).when(new BeginImport(id, "O*NET", "db.zip", SHA, 99)),
                    "another import was begun under this id");
        }

        @Test
        void namesTheFieldThatIsNeverValid() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BeginImport(id, "O*NET", "db.zip", SHA, 0))
                    .withMessage("total is 1 to 1000000, not 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BeginImport(id, "O*NET", "db.zip", "abc", 1))
                    .withMessage("sha256 is not 64 hexadecimal digits");
        }
    }

    @Nested
    class Advancing {
        @Test
        void saysHowFarItIs() {
            taxonomy.given(begun).when(new AdvanceImport(id, 50)).expectEvents(half);
        }

        @Test
        void finishesAtTheEnd() {
            taxonomy.given(begun, half).when(new AdvanceImport(id, 100)).expectEvents(all, finished);
        }

        @Test
        void neverGoesBack() {
            nothing(taxonomy.given(begun, half).when(new AdvanceImport(id, 49)));
            nothing(taxonomy.given(begun, half).when(new AdvanceImport(id, 50)));
            nothing(taxonomy.given(begun, all, finished).when(new AdvanceImport(id, 100)));
        }

        @Test
        void isRefusedBeyondTheEnd() {
            refused(
                    taxonomy.given(begun).when(new AdvanceImport(id, 101)),
                    "this import has 100 concepts, so 101 cannot be done");
        }

        @Test
        void isRefusedAfterAFailure() {
            refused(taxonomy.given(begun, half, failed).when(new AdvanceImport(id, 60)), "this import has failed");
        }
    }

    @Nested
    class Failing {
        @Test
        void saysWhy() {
            taxonomy.given(begun, half)
                    .when(new FailImport(id, "the disk is full"))
                    .expectEvents(failed);
        }

        @Test
        void changesNothingTheSecondTime() {
            nothing(taxonomy.given(begun, failed).when(new FailImport(id, "again")));
        }

        @Test
        void isRefusedAfterTheEnd() {
            refused(taxonomy.given(begun, all, finished).when(new FailImport(id, "late")), "this import is finished");
        }
    }

    private static void nothing(ResultValidator<TaxonomyImport> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void refused(ResultValidator<TaxonomyImport> result, String why) {
        result.expectException(RuleViolated.class).expectExceptionMessage(why).expectNoEvents();
    }
}
