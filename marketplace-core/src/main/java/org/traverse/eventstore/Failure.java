package org.traverse.eventstore;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Why an event was not handled: whose fault it is, and what may be told of it. */
final class Failure {
    private static final int DEEPEST = 50;

    /** What says that a server is away, a claim lost or a transaction ended, whatever event was at hand. */
    private static final List<Class<? extends Throwable>> EVERYBODYS = List.of(
            ServerAway.class,
            MasterKeyRefused.class,
            UnableToClaimTokenException.class,
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class,
            TransactionException.class,
            SocketException.class,
            InterruptedIOException.class,
            InterruptedException.class,
            OutOfMemoryError.class);

    /**
     * Connection lost (08), transaction rolled back in favour of another (40), resources short (53), ended by an operator
     * or by a time-out (57, 25P03, 25P04), no such transaction any more (25P01), a file not read or written (58).
     */
    private static final List<String> EVERYBODYS_STATES = List.of("08", "40", "53", "57", "58", "25P");

    private Failure() {}

    /** True when no event is at fault, so that none is to be parked. */
    static boolean isEverybodys(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> EVERYBODYS.stream().anyMatch(kind -> kind.isInstance(cause))
                        || cause instanceof SQLException refusal && isEverybodys(refusal.getSQLState()));
    }

    private static boolean isEverybodys(String state) {
        return state != null && EVERYBODYS_STATES.stream().anyMatch(state::startsWith);
    }

    /**
     * The kind of failure and where it happened. The words of other people's exceptions are left out, for they quote
     * values, and a value may be somebody's name.
     */
    static String told(Throwable failure) {
        List<Throwable> causes = causes(failure).toList();
        Optional<String> ours = causes.stream()
                .filter(cause -> isOurs(cause.getClass().getName()))
                .map(cause -> named(cause)
                        + Optional.ofNullable(cause.getMessage())
                                .map(": "::concat)
                                .orElse(""))
                .findFirst();
        Optional<String> refused = causes.stream()
                .filter(PSQLException.class::isInstance)
                .map(cause -> told((PSQLException) cause))
                .findFirst();
        Throwable root = causes.get(causes.size() - 1);
        return ours.orElseGet(() -> refused.orElseGet(() -> named(root)) + where(causes));
    }

    private static String told(PSQLException refusal) {
        ServerErrorMessage details = refusal.getServerErrorMessage();
        String names = details == null
                ? ""
                : Stream.of(details.getTable(), details.getColumn(), details.getConstraint())
                        .filter(name -> name != null)
                        .collect(Collectors.joining(", "));
        return "PostgreSQL " + refusal.getSQLState() + (names.isEmpty() ? "" : " (" + names + ")");
    }

    private static String named(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private static String where(List<Throwable> causes) {
        return causes.stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> isOurs(frame.getClassName()))
                .findFirst()
                .map(frame -> " in " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static boolean isOurs(String type) {
        return type.startsWith("org.traverse.");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
