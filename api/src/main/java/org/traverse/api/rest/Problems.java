package org.traverse.api.rest;

import static java.util.Comparator.comparing;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.traverse.RuleViolated;
import org.traverse.api.security.BodyTooLarge;
import org.traverse.api.security.Forbidden;
import org.traverse.api.security.Unknown;
import org.traverse.eventstore.ServerAway;

/**
 * Turns every refusal under {@code /api} into a problem (RFC 9457). The kinds: malformed 400, not yours 403, unknown
 * 404, not allowed now 409, too large 413, contradicting 422, a server it needs is away 503; the rest is our fault, 500.
 */
@RestControllerAdvice
class Problems {
    /** One of the things wrong with a request, named as its sender knows it: {@code requirements[0].level}. */
    record FieldProblem(String field, String message) {}

    /** Set on a request that our own rules have decided: asked again, they are not asked again. */
    static final String VERDICT = Problems.class.getName() + ".verdict";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(Exception thrown, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            throw thrown; // pages have their own way to fail
        }
        if (thrown instanceof AsyncRequestNotUsableException) {
            return null; // nobody is listening any more
        }
        ProblemDetail problem = refused(thrown)
                .or(() -> malformed(thrown))
                .or(() -> outOfShape(thrown))
                .or(() -> away(thrown))
                .orElseGet(() -> ourFault(thrown, request));
        if (isVerdict(thrown)) {
            request.setAttribute(VERDICT, true);
        }
        var headers = new HttpHeaders();
        if (thrown instanceof ErrorResponse response) {
            headers.addAll(response.getHeaders()); // such as Allow
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(problem.getStatus()));
    }

    /** Unlike a lost race, or who may do what today. */
    private static boolean isVerdict(Exception thrown) {
        return Stream.of(RuleViolated.class, Unknown.class, AggregateNotFoundException.class)
                .anyMatch(kind -> first(thrown, kind).isPresent());
    }

    /** What our own rules say; Axon may have wrapped it. */
    private static Optional<ProblemDetail> refused(Exception thrown) {
        return first(thrown, RuleViolated.class)
                .map(rule -> of(HttpStatus.CONFLICT, rule.getMessage()))
                .or(() -> first(thrown, Forbidden.class).map(e -> of(HttpStatus.FORBIDDEN, e.getMessage())))
                .or(() -> first(thrown, Unknown.class).map(e -> of(HttpStatus.NOT_FOUND, e.getMessage())))
                .or(() -> first(thrown, AggregateNotFoundException.class)
                        .map(e -> of(HttpStatus.NOT_FOUND, "there is nothing by this id")))
                .or(() -> first(thrown, AggregateStreamCreationException.class)
                        .map(e -> of(HttpStatus.CONFLICT, "this exists already")))
                .or(() -> first(thrown, ConcurrencyException.class)
                        .map(e -> of(HttpStatus.CONFLICT, "somebody else just changed this; look again")))
                .or(() -> first(thrown, NotSeenYet.class).map(e -> of(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage())));
    }

    private static Optional<ProblemDetail> malformed(Exception thrown) {
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(first(thrown, BodyTooLarge.class)
                    .map(e -> of(HttpStatus.CONTENT_TOO_LARGE, e.getMessage()))
                    .orElseGet(() -> invalid(UnreadableBody.problem(unreadable))));
        }
        if (thrown instanceof MethodArgumentNotValidException body) {
            return Optional.of(invalid(body.getAllErrors().stream()
                    .map(e -> e instanceof FieldError field
                            ? new FieldProblem(field.getField(), message(field))
                            : new FieldProblem("", message(e)))
                    .toList()));
        }
        if (thrown instanceof HandlerMethodValidationException parameters) {
            return Optional.of(invalid(parameters.getParameterValidationResults().stream()
                    .flatMap(result -> result.getResolvableErrors().stream()
                            .map(e -> new FieldProblem(
                                    String.valueOf(result.getMethodParameter().getParameterName()), message(e))))
                    .toList()));
        }
        if (thrown instanceof ConstraintViolationException violations) {
            return Optional.of(invalid(violations.getConstraintViolations().stream()
                    .map(v -> new FieldProblem(v.getPropertyPath().toString(), v.getMessage()))
                    .toList()));
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return Optional.of(invalid(new FieldProblem(missing.getParameterName(), "is missing")));
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return Optional.of(invalid(new FieldProblem(missing.getRequestPartName(), "is missing")));
        }
        if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(invalid(new FieldProblem(
                    mismatch.getName(),
                    first(mismatch, InvalidId.class)
                            .map(Throwable::getMessage)
                            .orElseGet(() -> "is not "
                                    + UnreadableBody.kind(Optional.<Class<?>>ofNullable(mismatch.getRequiredType())
                                            .orElse(Object.class))))));
        }
        if (thrown instanceof MultipartException && !(thrown instanceof MaxUploadSizeExceededException)) {
            return Optional.of(of(HttpStatus.BAD_REQUEST, "this is not a well-formed upload"));
        }
        if (thrown instanceof MaxUploadSizeExceededException) {
            return Optional.of(of(HttpStatus.CONTENT_TOO_LARGE, "the upload is larger than is accepted here"));
        }
        if (thrown instanceof InvalidField field) {
            return Optional.of(invalid(new FieldProblem(field.field(), field.getMessage())));
        }
        Throwable value = thrown instanceof CommandExecutionException wrapped ? wrapped.getCause() : thrown;
        return value instanceof IllegalArgumentException && value.getMessage() != null
                ? Optional.of(of(HttpStatus.BAD_REQUEST, value.getMessage()))
                : Optional.empty();
    }

    /** Spring's own refusals: 404 for a path without a resource, 405, 406, 415. */
    private static Optional<ProblemDetail> outOfShape(Exception thrown) {
        return thrown instanceof ErrorResponse response
                        && response.getStatusCode().is4xxClientError()
                ? Optional.of(response.getBody())
                : Optional.empty();
    }

    private static Optional<ProblemDetail> away(Exception thrown) {
        boolean away = Stream.of(
                                DataAccessResourceFailureException.class,
                                CannotCreateTransactionException.class,
                                QueryTimeoutException.class,
                                SocketException.class,
                                SocketTimeoutException.class,
                                TransportException.class,
                                ServerAway.class)
                        .anyMatch(kind -> first(thrown, kind).isPresent())
                || first(thrown, SQLException.class).filter(Problems::isAway).isPresent()
                || first(thrown, ElasticsearchException.class)
                        .filter(e -> e.status() == 429 || e.status() == 503)
                        .isPresent();
        if (!away) {
            return Optional.empty();
        }
        LOG.warn("a server is away: {}", thrown.toString());
        return Optional.of(of(HttpStatus.SERVICE_UNAVAILABLE, "a server this needs is away; try again in a moment"));
    }

    /** Connection refused or broken (08), shut down or starting up (57P), too many connections (53300). */
    private static boolean isAway(SQLException thrown) {
        String state = String.valueOf(thrown.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    private static ProblemDetail ourFault(Exception thrown, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "this failed on our side, and it is in our log");
    }

    private static ProblemDetail invalid(FieldProblem field) {
        return invalid(List.of(field));
    }

    /** Sorted, because a validator finds them in any order. */
    private static ProblemDetail invalid(List<FieldProblem> found) {
        List<FieldProblem> fields = found.stream()
                .sorted(comparing(FieldProblem::field).thenComparing(FieldProblem::message))
                .toList();
        var first = fields.get(0);
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, (first.field() + " " + first.message()).strip());
        problem.setProperty("errors", fields);
        return problem;
    }

    private static ProblemDetail of(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static String message(MessageSourceResolvable error) {
        return Optional.ofNullable(error.getDefaultMessage()).orElse("is not valid");
    }

    private static <T> Optional<T> first(Throwable thrown, Class<T> kind) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(50)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
