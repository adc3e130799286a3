package org.traverse.api.marketplace;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.traverse.eventstore.CommandSteps;
import org.traverse.eventstore.EventPosition;
import org.traverse.readmodel.Positions;

/**
 * Sends commands for the request at hand and tells, in the header {@code Traverse-Position}, up to where a reader must
 * have read to see what they did. Where the request has an {@code Idempotency-Key}, each step of it has one effect, in
 * however many attempts.
 */
@Component
public class Commands {
    public static final String POSITION = "Traverse-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CommandGateway gateway;
    private final CommandSteps steps;
    private final PlanProgress progress;
    private final Positions positions;

    Commands(CommandGateway gateway, CommandSteps steps, PlanProgress progress, Positions positions) {
        this.gateway = gateway;
        this.steps = steps;
        this.progress = progress;
        this.positions = positions;
    }

    /** For what the request makes: the same in all attempts under one key. */
    public UUID newId() {
        return Attempt.current().map(Attempt::newId).orElseGet(UUID::randomUUID);
    }

    /**
     * Takes a step, unless an earlier attempt has: then there is nothing left to ask or to refuse, whatever has become of
     * it since. One command that leaves events belongs in a step, with all that is asked before it.
     */
    public void once(Runnable step) {
        Optional<Attempt> attempt = Attempt.current();
        if (attempt.isPresent()) {
            once(attempt.get(), step);
        } else {
            step.run();
        }
    }

    private void once(Attempt attempt, Runnable step) {
        UUID id = attempt.beginStep();
        try {
            // The log would refuse it a second time, but at the cost of all that is committed together with it.
            if (attempt.isRepeated() && hasLanded(id)) {
                untilSeen();
            } else {
                takeOrFindTaken(id, step);
            }
        } finally {
            attempt.endStep();
        }
    }

    /** An attempt given up for dead may only have been slow, and a commit without an answer may yet have happened. */
    private void takeOrFindTaken(UUID id, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException refused) {
            if (!isKnownToHaveLanded(id)) {
                throw refused;
            }
            untilSeen();
        }
    }

    private boolean hasLanded(UUID step) {
        return steps.haveLanded(step) || progress.wasStoppedBy(step);
    }

    private boolean isKnownToHaveLanded(UUID step) {
        try {
            return hasLanded(step);
        } catch (DataAccessException e) {
            return false; // it cannot be asked just now, and whoever tries again will
        }
    }

    /** Sends it, and waits, 2 s at most, until the read models show what it did. */
    public void send(Object command) {
        Optional<UUID> step = step();
        if (step.isEmpty() && Attempt.current().isPresent()) {
            once(() -> send(command));
            return;
        }
        gateway.sendAndWait(
                step.<Object>map(id -> CommandSteps.named(id, command)).orElse(command));
        untilSeen();
    }

    /** The name of the step under way, for what is not a command. */
    Optional<UUID> step() {
        return Attempt.current().flatMap(Attempt::name);
    }

    /** Waits, 2 s at most, until the read models show everything that has happened until now. */
    public void untilSeen() {
        EventPosition position = positions.newest();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null) {
            request.getResponse().setHeader(POSITION, position.toString());
        }
        positions.await(position, PATIENCE);
    }
}
