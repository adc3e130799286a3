package org.traverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class AskingTest {
    final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    final CommandGateway commands =
            DefaultCommandGateway.builder().commandBus(bus).build();

    @Test
    void answers() {
        bus.subscribe(String.class.getName(), command -> "yes");

        assertThat(Asking.<String>ask(commands, "?")).isEqualTo("yes");
    }

    @Test
    void findsTheRefusalInsideWhatABusMakesOfIt() {
        var refusal = new RuleViolated("every seat is taken");
        answersWith(new CommandExecutionException("remote", new IllegalStateException(refusal)));

        assertThatThrownBy(() -> Asking.ask(commands, "?")).isSameAs(refusal);
    }

    @Test
    void isRefusedWhereThereIsNobodyToAsk() {
        answersWith(new CommandExecutionException("remote", new AggregateNotFoundException("gig-1", "not found")));

        assertThatThrownBy(() -> Asking.ask(commands, "?"))
                .isInstanceOf(RuleViolated.class)
                .hasMessage("nothing is known under the id gig-1");
    }

    @Test
    void throwsWhatMayGoRightNextTime() {
        var lostARace = new ConcurrencyException("somebody was faster");
        answersWith(lostARace);

        assertThatThrownBy(() -> Asking.ask(commands, "?")).isSameAs(lostARace);
    }

    private void answersWith(RuntimeException failure) {
        bus.subscribe(String.class.getName(), command -> {
            throw failure;
        });
    }
}
