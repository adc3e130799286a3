package org.traverse.api.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.traverse.api.demo.Company.Application;
import org.traverse.api.demo.Company.ApplicationState;
import org.traverse.api.demo.Company.Gig;
import org.traverse.api.demo.Company.GigState;
import org.traverse.application.ApplicationCommand.Apply;
import org.traverse.assignment.AssignmentCommand.CompleteAssignment;
import org.traverse.employee.EmployeeCommand.HireEmployee;
import org.traverse.eventstore.EventLag;
import org.traverse.readmodel.Positions;
import org.traverse.readmodel.embedded.EmbeddedPostgres;

/** Against a real database: stopped in the middle twice, and yet complete, without anything twice. */
@SpringBootTest(
        classes = DemoCompanyTest.CommandsAndEvents.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "traverse.demo.enabled=false",
            "traverse.personal-data.master-key=bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXQ="
        })
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class DemoCompanyTest {
    /** Commands, events and what PostgreSQL shows of them: no pages, no search. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "org.traverse",
            excludeFilters = {
                @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org.traverse.(api.(Traverse|wiring.SearchHealth|(rest|web|security|marketplace|embedded)[.].*)"
                                        + "|readmodel.*(Search|elasticsearch.*|rebuild.*))")
            })
    static class CommandsAndEvents {
        @Bean
        EmbeddedPostgres postgres() {
            return EmbeddedPostgres.start(Path.of("target/demo-company"), Path.of("target/postgresql"));
        }

        @Bean
        DataSource database(EmbeddedPostgres postgres) {
            var sql = JdbcClient.create(postgres.dataSource());
            sql.sql("drop database if exists demo_company with (force)").update();
            sql.sql("create database demo_company").update();
            var pool = new HikariConfig();
            pool.setDataSource(of(postgres));
            pool.setMaximumPoolSize(40);
            pool.setConnectionInitSql("set search_path to eventstore, readmodel");
            return new HikariDataSource(pool);
        }

        private static DataSource of(EmbeddedPostgres postgres) {
            var database = (PGSimpleDataSource) postgres.dataSource();
            database.setDatabaseName("demo_company");
            return database;
        }
    }

    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    static final Company COMPANY = Halvarra.on(TODAY);

    @Autowired
    CommandGateway commands;

    @Autowired
    EventStore events;

    @Autowired
    Positions positions;

    @Autowired
    EventLag lag;

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    JdbcClient sql;

    @Autowired
    ApplicationContext context;

    @Test
    void isCompletedByTheNextRunAndThenLeftAlone() {
        assertThat(context.getBeansOfType(DemoCompany.class)).as("switched off").isEmpty();

        stoppedAt(HireEmployee.class, 250, TODAY);
        stoppedAt(Apply.class, 100, TODAY.plusDays(1));
        stoppedAt(CompleteAssignment.class, 3, TODAY.plusDays(2));
        var company = demoCompany(TODAY.plusDays(3));
        var health = new DemoHealth(company);
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        company.run(null);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(happened()).containsAllEntriesOf(expected());
        assertThat(sql.sql("select count(*) from parked_event")
                        .query(Long.class)
                        .single())
                .isZero();

        // What policies still have to say is said once all have read to the end.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> lag.of(processing.eventProcessors().keySet()).isZero());
        var newest = positions.newest();
        var again = demoCompany(TODAY.plusDays(4));
        again.run(null);
        assertThat(positions.newest()).isEqualTo(newest);
        assertThat(again.isReady()).isTrue();
    }

    private Map<String, Long> expected() {
        var expected = new TreeMap<String, Long>();
        expected.put("skill.defined", (long) COMPANY.skills().size());
        expected.put("role.defined", 40L);
        expected.put("employee.hired", 500L);
        expected.put("employee.identity-linked", 4L);
        expected.put("gig.drafted", 60L);
        expected.put("gig.published", gigs(GigState.values()) - gigs(GigState.DRAFT));
        expected.put("gig.people-ranked", 1L);
        expected.put("preferences.gigs-ranked", 1L);
        expected.put("gig.completed", gigs(GigState.COMPLETED));
        expected.put("gig.cancelled", gigs(GigState.CANCELLED));
        expected.put("application.applied", (long) COMPANY.applications().size());
        expected.put("application.acceptance-confirmed", seats());
        expected.put("assignment.started", seats());
        expected.put("assignment.completed", applications(ApplicationState.COMPLETED));
        expected.put("application.rejected", applications(ApplicationState.REJECTED));
        expected.put("application.closed", unanswered());
        expected.put("application.withdrawn", applications(ApplicationState.WITHDRAWN));
        return expected;
    }

    private static long gigs(GigState... in) {
        return COMPANY.gigs().stream()
                .map(Gig::state)
                .filter(Set.of(in)::contains)
                .count();
    }

    private static long applications(ApplicationState in) {
        return COMPANY.applications().stream()
                .map(Application::state)
                .filter(in::equals)
                .count();
    }

    /** When their gig was cancelled. */
    private static long unanswered() {
        Set<String> cancelled = COMPANY.gigs().stream()
                .filter(gig -> gig.state() == GigState.CANCELLED)
                .map(Gig::title)
                .collect(toSet());
        return COMPANY.applications().stream()
                .filter(application -> application.state() == ApplicationState.APPLIED)
                .filter(application -> cancelled.contains(application.gig()))
                .count();
    }

    private static long seats() {
        return COMPANY.applications().stream()
                .map(Application::state)
                .filter(ApplicationState::takesSeat)
                .count();
    }

    private Map<String, Long> happened() {
        var happened = new TreeMap<String, Long>();
        sql.sql("select type, count(*) as times from event group by type").query(row -> {
            happened.put(row.getString("type"), row.getLong("times"));
        });
        return happened;
    }

    private void stoppedAt(Class<?> command, int count, LocalDate today) {
        var sent = new AtomicInteger();
        Registration stop = commands.registerDispatchInterceptor(messages -> (index, message) -> {
            if (message.getPayloadType().equals(command) && sent.incrementAndGet() >= count) {
                throw new IllegalStateException("the machine was switched off");
            }
            return message;
        });
        assertThatThrownBy(() -> demoCompany(today).run(null)).hasStackTraceContaining("switched off");
        stop.cancel();
    }

    private DemoCompany demoCompany(LocalDate today) {
        var clock = Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        return new DemoCompany(commands, events, positions, clock);
    }
}
