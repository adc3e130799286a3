package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.traverse.EventName;
import org.traverse.Events;
import org.traverse.Personal;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationEvent.OfferDeclined;
import org.traverse.application.ApplicationEvent.Rejected;
import org.traverse.application.ApplicationId;
import org.traverse.application.RejectionCode;
import org.traverse.employee.EmployeeEvent.EmployeeHired;
import org.traverse.employee.EmployeeEvent.IdentityLinked;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.employee.OrgUnitId;
import org.traverse.gig.GigId;
import org.traverse.mobility.PlanEvent.RunFinished;
import org.traverse.mobility.PlanId;
import org.traverse.mobility.PlanResult;
import org.traverse.mobility.ProposalId;
import org.traverse.skill.Proficiency;
import org.traverse.skill.SkillId;
import org.traverse.skillprofile.Evidence;
import org.traverse.skillprofile.SkillProfileEvent.SkillEvidenced;
import org.traverse.skillprofile.SkillProfileId;

class PersonalDataTest {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    final EmployeeId ewa = EmployeeId.random();
    final EmployeeId marc = EmployeeId.random();
    final GigId gig = GigId.random();
    final ApplicationId application = ApplicationId.of(ewa, gig);
    final Rejected rejected =
            new Rejected(application, ewa, gig, marc, RejectionCode.OTHER, "Jonas can start sooner", NOW);
    TestLog test;

    @BeforeEach
    void open() {
        test = new TestLog();
    }

    @AfterEach
    void close() {
        test.close();
    }

    private EmployeeHired hired(EmployeeId person) {
        return new EmployeeHired(
                person,
                "Ewa Łoś",
                "ewa@example.org",
                "Engineer",
                Optional.empty(),
                OrgUnitId.random(),
                Optional.of(marc),
                LocalDate.parse("2021-03-01"));
    }

    private String stored(Object event) {
        return test.serializer.serialize(event, String.class).getData();
    }

    private Object read(String name, String stored) {
        return test.serializer.deserialize(
                new SimpleSerializedObject<>(stored, String.class, new SimpleSerializedType(name, "1")));
    }

    private Object storedAndRead(Object event) {
        return test.serializer.deserialize(test.serializer.serialize(event, byte[].class));
    }

    private int keys() {
        return test.sql.queryForObject("select count(*) from personal_keys.data_key", Integer.class);
    }

    @Nested
    class Encrypting {
        @Test
        void leavesReadableWhatIsNotPersonal() {
            var hired = hired(ewa);
            assertThat(stored(hired))
                    .contains(ewa.toString(), hired.orgUnit().toString(), "2021-03-01")
                    .doesNotContain("Ewa", "example", "Engineer");
            assertThat(storedAndRead(hired)).isEqualTo(hired);
        }

        @Test
        void isNeverTheSameTwice() {
            assertThat(stored(rejected)).isNotEqualTo(stored(rejected));
        }

        @Test
        void takesRecordsAndWhatIsInsideThem() {
            var identity = new IdentityLinked(ewa, new Identity("https://id.example.org", "ewa"));
            assertThat(stored(identity)).doesNotContain("id.example.org");
            assertThat(storedAndRead(identity)).isEqualTo(identity);

            var plan = plan();
            assertThat(stored(plan)).contains("Nobody is left").doesNotContain("4711", "is free");
            assertThat(storedAndRead(plan)).isEqualTo(plan);
        }

        /** The canaries: something unique in every personal component of every event, and not one byte of it to be found. */
        @Test
        void leavesNothingPersonalAnywhereInTheDatabase() {
            var samples = new Samples();
            List<Object> events = new ArrayList<>();
            for (Class<?> type : Events.all()) {
                Object event = samples.of(type);
                events.add(event);
                String stream = UUID.randomUUID().toString();
                var message = new GenericDomainEventMessage<>("Any", stream, 0, event);
                test.inTransaction(() -> test.log.appendEvents(message));
            }
            assertThat(samples.canaries()).hasSizeGreaterThan(12);
            assertThat(test.tail(null).stream().<Object>map(event -> event.getPayload()))
                    .isEqualTo(events);

            String dump = dump();
            assertThat(samples.canaries()).noneMatch(canary -> isIn(dump, canary));
            assertThat(samples.harmless()).as("the control").allMatch(text -> isIn(dump, text));
        }

        private boolean isIn(String dump, String text) {
            return dump.contains(text)
                    || dump.contains(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** Every column of every table that is ours; bytes are in hexadecimal. */
        private String dump() {
            var dump = new StringBuilder();
            for (String table : test.sql.queryForList(
                    "select table_schema || '.' || table_name from information_schema.tables"
                            + " where table_schema in ('eventstore', 'personal_keys')",
                    String.class)) {
                test.sql
                        .queryForList("select t::text from " + table + " t", String.class)
                        .forEach(dump::append);
            }
            return dump.toString();
        }
    }

    @Nested
    class AKey {
        @Test
        void isMadeOnceHoweverManyNeedItAtOnce() throws Exception {
            var nodes = List.of(test.serializer, aNodeThatRemembersNothing());
            var threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<String>> all = IntStream.range(0, 32)
                        .<Callable<String>>mapToObj(i -> () -> nodes.get(i % 2)
                                .serialize(hired(ewa), String.class)
                                .getData())
                        .toList();
                for (var done : threads.invokeAll(all)) {
                    assertThat(read("employee.hired", done.get())).isInstanceOf(EmployeeHired.class);
                }
            } finally {
                threads.shutdown();
            }
            assertThat(keys()).isEqualTo(1);
        }

        /** Else its event could be tailed before one that it follows: see EventLog. */
        @Test
        void isNotMadeInTheTransactionThatAppends() {
            test.inTransaction(() -> {
                stored(hired(ewa));
                assertThat(test.sql.queryForObject("select pg_current_xact_id_if_assigned() is null", Boolean.class))
                        .isTrue();
            });
            test.rolledBack(() -> stored(hired(marc)));
            assertThat(keys()).as("also when that rolls back").isEqualTo(2);
        }

        @Test
        void isNotAskedForAgainForEachEvent() {
            List<String> lines = IntStream.range(0, 300)
                    .mapToObj(i -> stored(hired(EmployeeId.random())))
                    .toList();
            var counted = new Counted(test.database);
            var other = TestLog.serializer(TestLog.keys(counted, PersonalKeys.REMEMBERED));
            for (int time = 0; time < 2; time++) {
                lines.forEach(line -> other.deserialize(new SimpleSerializedObject<>(
                        line, String.class, new SimpleSerializedType("employee.hired", "1"))));
            }
            assertThat(counted.connections).hasValueLessThan(10);
        }

        @Test
        void thatIsMissingStopsWhoeverReads() {
            String line = stored(rejected);
            test.sql.update("delete from personal_keys.data_key where person = ?", ewa.value());
            assertThatThrownBy(() -> read("application.rejected", aNodeThatRemembersNothing(), line))
                    .hasMessageContaining("the key of " + ewa + " is missing");
        }
    }

    private Object read(String name, EventSerializer node, String stored) {
        return node.deserialize(
                new SimpleSerializedObject<>(stored, String.class, new SimpleSerializedType(name, "1")));
    }

    private EventSerializer aNodeThatRemembersNothing() {
        return TestLog.serializer(TestLog.keys(test.database, PersonalKeys.REMEMBERED));
    }

    @Nested
    class Tampering {
        String hired;

        @BeforeEach
        void store() {
            hired = stored(hired(ewa));
        }

        @Test
        void withOneCharacterIsFoundOut() {
            int at = hired.indexOf("\"name\":\"") + 30;
            String altered = hired.substring(0, at) + (hired.charAt(at) == 'A' ? 'B' : 'A') + hired.substring(at + 1);
            assertThat(read("employee.hired", hired)).isInstanceOf(EmployeeHired.class);
            assertThatThrownBy(() -> read("employee.hired", altered))
                    .hasMessageContaining("employee.hired/name of [" + ewa + "] was altered");
        }

        @Test
        void byMovingToAnotherPersonIsFoundOut() {
            stored(hired(marc));
            String moved = hired.replaceFirst(ewa.toString(), marc.toString());
            assertThatThrownBy(() -> read("employee.hired", moved)).hasMessageContaining("belongs to another person");
        }

        @Test
        void byMovingToAnotherPersonIsFoundOutAlsoIfTheyHadTheSameKey() {
            var lena = EmployeeId.random();
            var jonas = EmployeeId.random();
            for (EmployeeId person : List.of(lena, jonas)) {
                var wrapped = new MasterKeys(TestLog.MASTER, List.of()).wrap(person.value(), new byte[32]);
                test.sql.update(
                        "insert into personal_keys.data_key (person, wrapped, master) values (?, ?, ?)",
                        person.value(),
                        wrapped.key(),
                        wrapped.master());
            }
            String moved = stored(hired(lena)).replaceFirst(lena.toString(), jonas.toString());
            assertThatThrownBy(() -> read("employee.hired", moved)).hasMessageContaining("belongs to another person");
        }

        @Test
        void byMovingToAnotherComponentIsFoundOut() {
            String name = component(hired, "name");
            String moved = hired.replace(name, component(hired, "email"));
            assertThatThrownBy(() -> read("employee.hired", moved)).hasMessageContaining("employee.hired/name");
        }

        @Test
        void byMovingToAnotherEventIsFoundOut() {
            String applied =
                    stored(new Applied(application, ewa, gig, "I did this before", LocalDate.parse("2026-12-07"), NOW));
            String declined = stored(new OfferDeclined(application, ewa, gig, "Too far", NOW));
            String moved = declined.replace(component(declined, "reason"), component(applied, "note"));
            assertThatThrownBy(() -> read("application.offer-declined", moved))
                    .hasMessageContaining("application.offer-declined/reason");
        }

        @Test
        void byEmptyingDoesNotMakeAPersonLookErased() {
            String emptied = hired.replace(component(hired, "name"), "");
            assertThatThrownBy(() -> read("employee.hired", emptied)).hasMessageContaining("was not erased");
        }

        @Test
        void byWritingPlainTextIsFoundOut() {
            String plain = hired.replace(component(hired, "name"), "Eve");
            assertThatThrownBy(() -> read("employee.hired", plain)).hasMessageContaining("was altered");
        }

        private static String component(String line, String name) {
            int from = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
            return line.substring(from, line.indexOf('"', from));
        }
    }

    @Nested
    class Erasing {
        @Test
        void leavesOfEveryEventWhatIsNotPersonal() {
            var samples = new Samples();
            for (Class<?> type : Events.all()) {
                Object event = samples.of(type);
                String line = stored(event);
                samples.people().forEach(test.keys::destroy);
                Object erased = read(type.getAnnotation(EventName.class).value(), line);
                assertThat(erased).isInstanceOf(type);
                assertThat(samples.canaries())
                        .noneMatch(canary -> erased.toString().contains(canary));
            }
        }

        @Test
        void readsAsItIsPromised() {
            String hired = stored(hired(ewa));
            String identity = stored(new IdentityLinked(ewa, new Identity("https://id.example.org", "ewa")));
            String evidence = stored(new SkillEvidenced(
                    SkillProfileId.of(ewa),
                    ewa,
                    SkillId.random(),
                    Proficiency.of(3),
                    new Evidence(Evidence.Voucher.SELF, ewa.value(), LocalDate.parse("2026-11-23")),
                    Proficiency.of(4)));
            test.keys.destroy(ewa.value());

            assertThat((EmployeeHired) read("employee.hired", hired))
                    .returns(Personal.ERASED, EmployeeHired::name)
                    .returns(Personal.ERASED, EmployeeHired::email)
                    .returns(Optional.of(marc), EmployeeHired::manager);
            assertThat((IdentityLinked) read("employee.identity-linked", identity))
                    .isEqualTo(new IdentityLinked(ewa, new Identity(Personal.ERASED, Personal.ERASED)));
            assertThat((SkillEvidenced) read("skill-profile.skill-evidenced", evidence))
                    .returns(null, SkillEvidenced::claimed)
                    .returns(new Evidence(null, null, null), SkillEvidenced::evidence);
        }

        @Test
        void ofOnePersonLeavesWhatIsSaidOfAnother() {
            String ofMarc = stored(hired(marc));
            String plan = stored(plan());
            test.keys.destroy(ewa.value());

            assertThat(read("employee.hired", ofMarc)).extracting("name").isEqualTo("Ewa Łoś");
            var proposals =
                    ((RunFinished) read("plan.run-finished", plan)).result().proposals();
            assertThat(proposals.get(0).score()).isZero();
            assertThat(proposals.get(0).parts()).isEmpty();
            assertThat(proposals.get(1)).isEqualTo(plan().result().proposals().get(1));
        }

        @Test
        void whoWroteATextErasesItAsMuchAsWhomItIsAbout() {
            for (EmployeeId either : List.of(ewa, marc)) {
                try (var other = new TestLog()) {
                    var line = other.serializer.serialize(rejected, byte[].class);
                    other.keys.destroy(either.value());
                    assertThat((Rejected) other.serializer.deserialize(line))
                            .returns(Personal.ERASED, Rejected::reason)
                            .returns(RejectionCode.OTHER, Rejected::code);
                }
            }
        }

        @Test
        void keepsWhatIsSaidLaterFromBeingStoredAtAll() {
            test.keys.destroy(ewa.value());
            String later = stored(hired(ewa));
            assertThat(later).contains("\"name\":\"\"");
            assertThat(read("employee.hired", later)).extracting("name").isEqualTo(Personal.ERASED);
            assertThat(keys()).as("the tombstone").isEqualTo(1);
            assertThat(test.sql.queryForList("select wrapped from personal_keys.data_key"))
                    .allMatch(row -> row.get("wrapped") == null);

            test.keys.destroy(ewa.value());
            assertThat(keys()).as("nor twice").isEqualTo(1);
        }

        @Test
        void reachesANodeThatStillRemembersTheKey() throws Exception {
            String line = stored(hired(ewa));
            var other = TestLog.serializer(TestLog.keys(test.database, Duration.ofMillis(300)));
            assertThat(read("employee.hired", other, line)).extracting("name").isEqualTo("Ewa Łoś");
            test.keys.destroy(ewa.value());
            String empty = stored(hired(ewa));

            assertThat(read("employee.hired", other, line)).extracting("name").isEqualTo("Ewa Łoś");
            assertThat(read("employee.hired", other, empty)).extracting("name").isEqualTo(Personal.ERASED);
            Thread.sleep(350);
            assertThat(read("employee.hired", other, line)).extracting("name").isEqualTo(Personal.ERASED);
        }
    }

    private RunFinished plan() {
        var parts = List.of(new PlanResult.Part("hours", 12, 30, "is free"));
        return new RunFinished(
                new PlanId(application.value()),
                application.value(),
                new PlanResult(
                        List.of(
                                new PlanResult.Proposal(new ProposalId(ewa.value()), gig, 1, ewa, 4711, parts),
                                new PlanResult.Proposal(new ProposalId(marc.value()), gig, 2, marc, 4712, parts)),
                        List.of(new PlanResult.EmptySeat(gig, 3, "Nobody is left")),
                        false),
                NOW);
    }

    @Nested
    class AMasterKey {
        static final String OTHER = "YW5vdGhlciBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyE=";

        private PersonalKeys keysUnder(MasterKeys masters) {
            return new PersonalKeys(
                    test.sql, new JdbcTransactionManager(test.database), masters, PersonalKeys.REMEMBERED);
        }

        @Test
        void isReplacedWithoutTouchingAnEvent() {
            List<String> lines = IntStream.range(0, 25)
                    .mapToObj(i -> stored(hired(EmployeeId.random())))
                    .toList();
            String ofErased = stored(hired(ewa));
            test.keys.destroy(ewa.value());

            var both = keysUnder(new MasterKeys(OTHER, List.of(TestLog.MASTER)));
            assertThat(both.rewrap(10)).isEqualTo(10);
            // Whoever was interrupted goes on where it was, and meanwhile everything can be read.
            var serializer = TestLog.serializer(both);
            lines.forEach(line -> assertThat(serializer.<String, Object>deserialize(new SimpleSerializedObject<>(
                            line, String.class, new SimpleSerializedType("employee.hired", "1"))))
                    .extracting("name")
                    .isEqualTo("Ewa Łoś"));
            assertThat(both.rewrap(10)).isEqualTo(10);
            assertThat(both.rewrap(10)).isEqualTo(5);
            assertThat(both.rewrap(10)).isZero();

            var only = TestLog.serializer(keysUnder(new MasterKeys(OTHER, List.of())));
            lines.forEach(line -> assertThat(only.<String, Object>deserialize(new SimpleSerializedObject<>(
                            line, String.class, new SimpleSerializedType("employee.hired", "1"))))
                    .extracting("name")
                    .isEqualTo("Ewa Łoś"));
            assertThat(only.<String, Object>deserialize(new SimpleSerializedObject<>(
                            ofErased, String.class, new SimpleSerializedType("employee.hired", "1"))))
                    .extracting("name")
                    .isEqualTo(Personal.ERASED);
        }

        @Test
        void thatIsNotTheRightOneIsRefusedAtTheStart() {
            stored(hired(ewa));
            assertThatThrownBy(() -> keysUnder(new MasterKeys(OTHER, List.of())).refuseUnknownMasters())
                    .isInstanceOf(MasterKeyRefused.class)
                    .hasMessageContaining("personal data is encrypted under master key")
                    .hasMessageContaining(MasterKeys.FORMER);
        }

        @Test
        void thatIsLostWhileRunningIsAnErrorNotAnErasure() {
            var other = keysUnder(new MasterKeys(OTHER, List.of()));
            String line = stored(hired(ewa));
            var serializer = TestLog.serializer(other);
            assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                            line, String.class, new SimpleSerializedType("employee.hired", "1"))))
                    .hasMessageContaining("is wrapped by master key");
        }

        @Test
        void wrapsAKeyForOnePersonOnly() {
            stored(hired(ewa));
            stored(hired(marc));
            test.sql.update("""
                    update personal_keys.data_key k set wrapped = o.wrapped
                    from personal_keys.data_key o where k.person = ? and o.person = ?""", ewa.value(), marc.value());
            assertThatThrownBy(() ->
                            TestLog.keys(test.database, PersonalKeys.REMEMBERED).toRead(ewa.value()))
                    .hasMessageContaining("is damaged, or another person's");
        }

        @Test
        void isRefusedWhereItIsMalformed() {
            assertThatThrownBy(() -> new MasterKeys(" ", List.of()))
                    .hasMessageStartingWith(MasterKeys.CURRENT + " is missing");
            assertThatThrownBy(() -> new MasterKeys("!", List.of())).hasMessage(MasterKeys.CURRENT + " is no Base64");
            assertThatThrownBy(() -> new MasterKeys(OTHER, List.of("AAAA")))
                    .hasMessage(MasterKeys.FORMER + " is 3 bytes long, not 32");
        }
    }
}
