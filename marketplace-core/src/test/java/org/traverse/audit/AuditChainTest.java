package org.traverse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.traverse.audit.AuditReport.Fault.ALTERED;
import static org.traverse.audit.AuditReport.Fault.INSERTED;
import static org.traverse.audit.AuditReport.Fault.MISSING;
import static org.traverse.audit.AuditReport.Fault.RECOMPUTED;
import static org.traverse.audit.AuditReport.Fault.REORDERED;
import static org.traverse.audit.AuditReport.Fault.TRUNCATED;
import static org.traverse.audit.AuditReport.Fault.UNTRUSTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.audit.AuditReport.Fault;
import org.traverse.eventstore.EventPosition;
import org.traverse.gig.GigId;

class AuditChainTest {
    final AuditedStore audited = new AuditedStore();

    @AfterEach
    void close() {
        audited.close();
    }

    /** Twelve events in eight transactions, all linked and signed. */
    private List<String> twelveLinked() {
        audited.happen(4);
        audited.link();
        assertThat(audited.verify().isOk()).isTrue();
        return audited.positions();
    }

    private void assertFound(Fault fault, String position, int before) {
        assertFound(audited.verify(), fault, position, before);
    }

    private static void assertFound(AuditReport report, Fault fault, String position, int before) {
        assertThat(report.fault()).as(report.toString()).isEqualTo(fault);
        assertThat(report.position()).as(report.toString()).isEqualTo(position);
        assertThat(report.events()).as(report.toString()).isEqualTo(before);
    }

    @Nested
    class Building {
        @Test
        void linksWhatIsThereFromTheBeginning() {
            assertThat(audited.verify()).hasToString("audit events=0 position=0-0 ok signed=0");
            audited.happen(400);
            audited.link();

            assertThat(audited.linked()).hasSize(1200).isEqualTo(audited.positions());
            assertThat(audited.verify())
                    .hasToString(
                            "audit events=1200 position=" + audited.positions().get(1199) + " ok signed=1200");
            assertThat(audited.chain.extend()).isTrue();
            assertThat(audited.linked()).hasSize(1200);
        }

        @Test
        void waitsForTheOldestTransactionThatIsStillRunning() {
            var one = GigId.random();
            var two = GigId.random();
            audited.store.inTransaction(() -> {
                audited.store.append(one, 0);
                audited.store.inTransaction(() -> audited.store.append(two, 0));
                audited.store.inTransaction(audited::link);
                assertThat(audited.linked()).isEmpty();
            });
            audited.link();
            assertThat(audited.linked()).hasSize(2).isEqualTo(audited.positions());
            assertThat(audited.verify().isOk()).isTrue();
        }

        @Test
        void twoNodesBuildOneChain() throws Exception {
            var over = new AtomicBoolean();
            var nodes = Executors.newFixedThreadPool(3);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int node = 0; node < 2; node++) {
                    AuditChain chain = audited.chain(audited.key);
                    running.add(nodes.submit((Callable<Void>) () -> {
                        while (!over.get()) {
                            chain.extend();
                        }
                        return null;
                    }));
                }
                audited.happen(500);
                over.set(true);
                for (var node : running) {
                    node.get();
                }
            } finally {
                nodes.shutdownNow();
            }
            audited.link();
            assertThat(audited.linked()).hasSize(1500).isEqualTo(audited.positions());
            assertThat(audited.verify().isOk()).isTrue();
        }

        @Test
        void leavesItToWhoeverIsAtIt() {
            audited.happen(1);
            audited.store.inTransaction(() -> {
                audited.chain.extend();
                audited.happen(1);
                audited.store.inTransaction(
                        () -> assertThat(audited.chain(SigningKey.generate()).extend())
                                .isTrue());
                assertThat(audited.linked()).hasSize(3);
            });
        }

        @Test
        void doesNotHoldUpReadersWhileItReads() {
            audited.happen(1);
            audited.store.inTransaction(() -> {
                new Chain(audited.sql).eventsAfter(EventPosition.START);
                audited.sql.queryForObject("select pg_try_advisory_xact_lock(1)", Boolean.class);
                assertThat(audited.sql.queryForObject("select pg_current_xact_id_if_assigned() is null", Boolean.class))
                        .isTrue();
            });
        }

        @Test
        void doesNotBuildOnWhatIsNotWhatWasSigned() {
            twelveLinked();
            audited.sql.update("delete from audit_link where events > 10");
            assertThatThrownBy(audited::link).isInstanceOf(BrokenChain.class).hasMessageContaining("verify it");
            assertThat(audited.linked()).hasSize(10);
        }
    }

    @Nested
    class Finds {
        @Test
        void anAlteredEvent() {
            var positions = twelveLinked();
            for (String change : List.of(
                    "payload = '{}'",
                    "metadata = '{\"user\":\"somebody else\"}'",
                    "at = at + interval '1 microsecond'",
                    "at = 'infinity'",
                    "stream = 'another'",
                    "sequence = 7",
                    "aggregate = null",
                    "aggregate = ''",
                    "type = 'gig.cancelled'",
                    "revision = null",
                    "identifier = gen_random_uuid()",
                    // Separators would not notice these.
                    "aggregate = aggregate || 'g', type = substr(type, 2)",
                    "metadata = metadata || substr(payload, 1, 1), payload = substr(payload, 2)")) {
                audited.undone(() -> {
                    audited.change(positions.get(4), change);
                    assertFound(ALTERED, positions.get(4), 4);
                });
            }
        }

        @Test
        void theFirstOfSeveral() {
            var positions = twelveLinked();
            audited.change(positions.get(9), "payload = '{}'");
            audited.delete(positions.get(6));
            assertFound(MISSING, positions.get(6), 6);
        }

        @Test
        void aDeletedEvent() {
            var positions = twelveLinked();
            audited.delete(positions.get(4));
            assertFound(MISSING, positions.get(4), 4);
        }

        @Test
        void aDeletedEventWhoseLinkIsGoneToo() {
            var positions = twelveLinked();
            audited.delete(positions.get(4));
            audited.sql.update("delete from audit_link where events = 5");
            assertFound(MISSING, positions.get(5), 4);
        }

        @Test
        void anEventInsertedWithAnOldTransactionId() {
            var positions = twelveLinked();
            var before = EventPosition.parse(positions.get(3));
            String place = new EventPosition(before.xid(), before.number() + 100_000).toString();
            audited.insert(place);
            assertThat(audited.positions().get(4)).isEqualTo(place);
            assertFound(INSERTED, place, 4);
            audited.happen(1);
            audited.link();
            assertFound(INSERTED, place, 4);
        }

        @Test
        void eventsThatChangedPlaces() {
            var positions = twelveLinked();
            audited.move(positions.get(4), "1-1");
            audited.move(positions.get(7), positions.get(4));
            audited.move("1-1", positions.get(7));
            assertFound(REORDERED, positions.get(4), 4);
            assertThat(audited.verify().detail()).contains(positions.get(7));
        }

        @Test
        void anEventThatWasMovedForward() {
            var positions = twelveLinked();
            var first = EventPosition.parse(positions.get(0));
            String place = new EventPosition(first.xid(), first.number() + 100_000).toString();
            audited.move(positions.get(7), place);
            assertFound(REORDERED, place, 1);
            assertThat(audited.verify().detail()).contains(positions.get(7));
        }

        @Test
        void aTailThatWasCutOff() {
            var positions = twelveLinked();
            audited.delete(positions.get(10));
            audited.delete(positions.get(11));
            assertFound(TRUNCATED, positions.get(10), 10);

            audited.sql.update("delete from audit_link where events > 10");
            assertFound(TRUNCATED, positions.get(9), 10);
        }

        @Test
        void aTailThatWasCutOffWithAllThatTellsOfItByACopyOfItsHead() {
            var positions = twelveLinked();
            AuditHead copy = audited.chain.head().orElseThrow();
            audited.delete(positions.get(10));
            audited.delete(positions.get(11));
            audited.sql.update("delete from audit_link where events > 10");
            audited.sql.update("delete from audit_head");
            assertThat(audited.verify())
                    .as("the control")
                    .extracting(AuditReport::isOk)
                    .isEqualTo(true);
            assertFound(audited.verify(copy), TRUNCATED, positions.get(9), 10);

            audited.link();
            audited.happen(1);
            audited.link();
            assertFound(audited.verify(copy), RECOMPUTED, positions.get(11), 12);
        }

        @Test
        void linksThatWereMadeAnew() {
            var positions = twelveLinked();
            audited.happen(1);
            audited.change(positions.get(4), "payload = '{}'");
            audited.relink();
            assertFound(RECOMPUTED, positions.get(11), 12);
            audited.sql.update("delete from audit_head");
            assertThat(audited.verify())
                    .as("the control")
                    .extracting(AuditReport::isOk)
                    .isEqualTo(true);
        }

        @Test
        void aChainThatWasMadeAnewAndSignedByAnotherKey() {
            var positions = twelveLinked();
            AuditHead copy = audited.chain.head().orElseThrow();
            audited.change(positions.get(4), "payload = '{}'");
            audited.relink();
            audited.sql.update("delete from audit_head");
            AuditedStore.link(audited.chain(SigningKey.generate()));
            assertThat(audited.verify())
                    .as("the control")
                    .extracting(AuditReport::isOk)
                    .isEqualTo(true);
            assertFound(audited.verify(copy), RECOMPUTED, positions.get(11), 12);
        }

        @Test
        void aHeadThatWasSignedByNoKnownKey() {
            var positions = twelveLinked();
            AuditHead copy = audited.chain.head().orElseThrow();
            audited.sql.update("update audit_head set key = null, signature = null");
            audited.sql.update("delete from audit_key");
            assertThat(audited.verify())
                    .as("unsigned")
                    .extracting(AuditReport::signed)
                    .isEqualTo(0L);
            AuditedStore.link(audited.chain(SigningKey.generate()));
            assertFound(audited.verify(copy), UNTRUSTED, positions.get(11), 12);
        }

        @Test
        void aSignatureOfSomethingElse() {
            var positions = twelveLinked();
            audited.sql.update("update audit_head set at = at + interval '1 second'");
            assertFound(UNTRUSTED, positions.get(11), 12);
            audited.sql.update("update audit_head set signature = 'garbage'");
            assertFound(UNTRUSTED, positions.get(11), 12);
            audited.sql.update("update audit_head set hash = 'garbage'");
            assertFound(UNTRUSTED, "0-0", 0);
        }

        @Test
        void aLinkThatWasAltered() {
            var positions = twelveLinked();
            audited.sql.update("update audit_link set hash = sha256(hash) where events = 5");
            assertFound(ALTERED, positions.get(4), 4);
        }

        @Test
        void aLinkOfATransactionThatCannotBe() {
            var positions = twelveLinked();
            audited.sql.update("update audit_link set xid = '18446744073709551615' where events = 5");
            assertThat(audited.verify().isOk()).isFalse();
            assertThat(audited.verify().events()).isEqualTo(4);
            assertThat(positions).hasSize(12);
        }
    }

    @Nested
    class Signing {
        @Test
        void goesOnWithAnotherKey() {
            twelveLinked();
            AuditHead copy = audited.chain.head().orElseThrow();
            var next = audited.chain(SigningKey.generate());
            audited.happen(1);
            AuditedStore.link(next);

            assertThat(next.head().orElseThrow().key()).isNotEqualTo(copy.key());
            assertThat(audited.verify(copy))
                    .extracting(AuditReport::isOk, AuditReport::signed)
                    .containsExactly(true, 15L);
        }

        @Test
        void mayBeginLater() {
            audited.happen(1);
            AuditedStore.link(audited.chain(null));
            assertThat(audited.verify())
                    .hasToString(
                            "audit events=3 position=" + audited.positions().get(2) + " ok signed=0");
            AuditHead copy = audited.chain.head().orElseThrow();
            audited.link();
            assertThat(audited.verify(copy).signed()).isEqualTo(3);

            audited.relink();
            audited.change(audited.positions().get(0), "payload = '{}'");
            audited.sql.update("delete from audit_head");
            audited.relink();
            assertThat(audited.verify(copy).fault())
                    .as("even an unsigned copy tells")
                    .isEqualTo(RECOMPUTED);
        }

        @Test
        void keepsTheNewestHeadOfEachHour() {
            twelveLinked();
            audited.happen(1);
            audited.link();
            assertThat(audited.sql.queryForList("select events from audit_head", Long.class))
                    .containsExactly(15L);
            audited.sql.update("update audit_head set hour = hour - interval '1 hour'");
            audited.happen(1);
            audited.link();
            assertThat(audited.sql.queryForList("select events from audit_head order by hour", Long.class))
                    .containsExactly(15L, 18L);
        }

        @Test
        void refusesACopyThatItsKeyHasNotSigned() {
            twelveLinked();
            AuditHead head = audited.chain.head().orElseThrow();
            var forged = new AuditHead(
                    head.events(),
                    head.position(),
                    "0".repeat(64),
                    head.at(),
                    head.key(),
                    head.publicKey(),
                    head.signature());
            assertThatThrownBy(() -> audited.verify(forged)).hasMessage("signature is not that of the key it names");
        }
    }

    @Nested
    class Verifying {
        @Test
        void doesNotMindWhatHappensMeanwhile() {
            twelveLinked();
            audited.happen(1);
            assertThat(audited.verify().events()).isEqualTo(12);
        }

        @Test
        void canBeStopped() {
            audited.happen(400);
            audited.link();
            List<Long> progress = new ArrayList<>();
            var stopped = new AuditVerification(audited.store.database())
                    .verify(Optional.empty(), (done, total) -> progress.add(done) && done < 500);
            assertThat(stopped).isEmpty();
            assertThat(progress).containsExactly(0L, 500L);
        }

        /** What the documentation offers to those who do not trust us finds the same. */
        @Test
        void canBeDoneWithoutOurCode() throws IOException {
            String documented = Files.readString(Path.of("..", "docs", "audit-chain.md"));
            String query = documented.substring(documented.indexOf("```sql") + 6, documented.lastIndexOf("```"));
            audited.happen(4);
            audited.change(
                    audited.positions().get(7), "aggregate = null, revision = 'ü', at = '1969-12-31 23:59:59.5Z'");
            audited.link();
            assertThat(audited.sql.queryForList(query)).isEmpty();

            var positions = audited.positions();
            audited.change(positions.get(4), "aggregate = ''");
            audited.delete(positions.get(6));
            var before = EventPosition.parse(positions.get(8));
            audited.insert(new EventPosition(before.xid(), before.number() + 100_000).toString());
            assertThat(audited.sql.queryForList(query).stream().map(row -> row.get("xid") + "-" + row.get("number")))
                    .containsExactly(
                            positions.get(4), positions.get(6), before.xid() + "-" + (before.number() + 100_000));
        }
    }
}
