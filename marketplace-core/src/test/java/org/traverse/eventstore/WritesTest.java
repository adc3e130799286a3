package org.traverse.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A table writes down the order in which its rows were written. */
class WritesTest {
    private static final String CREATE = "insert into written (what) values ('create ' || ?)";
    private static final String CHANGE = "insert into written (what) values ('change ' || ?)";

    private final TestLog test = new TestLog();
    private final Writes writes = new Writes(test.sql);

    @BeforeEach
    void table() {
        test.sql.execute("create table written (number serial, what text check (what not like '%bad%'))");
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void goTogetherAndKeepTheOrderOfTheirSequence() {
        inAUnit(() -> {
            for (String gig : List.of("a", "b", "c")) {
                of(gig, CREATE);
                of(gig, CHANGE);
            }
            of("b", CREATE);
            of("a", CHANGE);
            of("b", CHANGE);
            assertThat(written()).isEmpty();
        });
        assertThat(written())
                .containsExactly(
                        "create a",
                        "create b",
                        "create c",
                        "change a",
                        "change b",
                        "change c",
                        "change a",
                        "create b",
                        "change b");
    }

    @Test
    void areSentBeforeTheyAreRead() {
        inAUnit(() -> {
            of("a", CREATE);
            writes.flush();
            assertThat(written()).containsExactly("create a");
            of("a", CHANGE);
        });
        assertThat(written()).containsExactly("create a", "change a");
    }

    @Test
    void areNotSentWhenTheirBatchFails() {
        inAUnit(() -> {
            of("a", CREATE);
            of("bad", CHANGE);
        });
        assertThat(written()).isEmpty();
    }

    @Test
    void areSentAtOnceWhereThereIsNoBatch() {
        writes.add(CREATE, "a");
        writes.flush();
        assertThat(written()).containsExactly("create a");
    }

    private void of(String sequence, String statement) {
        Writes.in(CurrentUnitOfWork.get(), sequence);
        writes.add(statement, sequence);
    }

    private void inAUnit(Runnable work) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(new SpringTransactionManager(new JdbcTransactionManager(test.database)));
        unit.executeWithResult(() -> {
            work.run();
            return null;
        });
    }

    private List<String> written() {
        return test.sql.queryForList("select what from written order by number", String.class);
    }
}
