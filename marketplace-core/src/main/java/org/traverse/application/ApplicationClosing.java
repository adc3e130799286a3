package org.traverse.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.traverse.application.ApplicationCommand.CloseApplication;
import org.traverse.application.ApplicationEvent.AcceptanceUndone;
import org.traverse.application.ApplicationEvent.Applied;
import org.traverse.application.ApplicationEvent.OfferMade;
import org.traverse.gig.GigEvent.GigCancelled;
import org.traverse.gig.GigEvent.GigCompleted;
import org.traverse.gig.GigId;

/**
 * Whoever waits for an answer, or owes one, when a gig ends reads that it ended and why. Tables: gig_application,
 * ended_gig.
 *
 * <p>An application may also open only after its gig has ended: somebody was just applying, or an acceptance is undone
 * for that very reason. Unlike the other policies it takes part in a replay. Whatever the past left open it closes, and
 * what is closed or settled stays as it is: asking twice changes nothing.
 */
@Component
@ProcessingGroup("application-closing")
class ApplicationClosing {
    private final CommandGateway commands;
    private final JdbcClient sql;

    ApplicationClosing(CommandGateway commands, JdbcClient sql) {
        this.commands = commands;
        this.sql = sql;
    }

    @EventHandler
    void on(Applied event) {
        opened(event);
    }

    @EventHandler
    void on(OfferMade event) {
        opened(event);
    }

    @EventHandler
    void on(AcceptanceUndone event) {
        opened(event);
    }

    @EventHandler
    void on(GigCancelled event) {
        ended(event.id(), "the gig was cancelled: " + event.reason());
    }

    @EventHandler
    void on(GigCompleted event) {
        ended(event.id(), "the gig is completed");
    }

    private void opened(ApplicationEvent event) {
        Optional<String> why = sql.sql("select why from ended_gig where gig = ?")
                .param(event.gig().value())
                .query(String.class)
                .optional();
        if (why.isPresent()) {
            close(event.id(), why.get());
        } else {
            sql.sql("insert into gig_application (application, gig) values (?, ?) on conflict do nothing")
                    .params(event.id().value(), event.gig().value())
                    .update();
        }
    }

    private void ended(GigId gig, String why) {
        sql.sql("insert into ended_gig (gig, why) values (?, ?) on conflict do nothing")
                .params(gig.value(), why)
                .update();
        List<UUID> applications = sql.sql("select application from gig_application where gig = ?")
                .param(gig.value())
                .query(UUID.class)
                .list();
        applications.forEach(application -> close(new ApplicationId(application), why));
        sql.sql("delete from gig_application where gig = ?").param(gig.value()).update();
    }

    private void close(ApplicationId application, String why) {
        commands.sendAndWait(new CloseApplication(application, why));
    }
}
