package org.traverse.taxonomy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.traverse.RuleViolated;
import org.traverse.role.RoleCommand.DefineRole;
import org.traverse.skill.SkillCommand.DefineSkill;

/** Sends many commands, a few at a time, and waits for all of them. */
class TaxonomyChunks {
    /** Half of the threads that commands run on: an import must not keep people waiting. */
    private static final int IN_FLIGHT = 8;

    private final CommandGateway commands;

    TaxonomyChunks(CommandGateway commands) {
        this.commands = commands;
    }

    /** @throws TaxonomyImportFailed when one is refused; other failures may be over the next time */
    void send(List<Object> chunk) {
        var inFlight = new Semaphore(IN_FLIGHT);
        List<CompletableFuture<?>> sent = new ArrayList<>(chunk.size());
        for (Object command : chunk) {
            inFlight.acquireUninterruptibly();
            sent.add(commands.send(command).whenComplete((result, failure) -> inFlight.release()));
        }
        for (int i = 0; i < chunk.size(); i++) {
            try {
                sent.get(i).join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuleViolated refused) {
                    throw new TaxonomyImportFailed(named(chunk.get(i)) + ": " + refused.getMessage());
                }
                throw e;
            }
        }
    }

    private static String named(Object command) {
        if (command instanceof DefineSkill skill) {
            return "skill " + OnetProblems.quoted(skill.name());
        }
        return "role " + OnetProblems.quoted(((DefineRole) command).title());
    }
}
