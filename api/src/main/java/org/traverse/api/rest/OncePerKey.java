package org.traverse.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.traverse.api.marketplace.Attempt;
import org.traverse.api.marketplace.Commands;
import org.traverse.api.security.Account;
import org.traverse.employee.Identity;
import org.traverse.eventstore.IdempotencyKeys;
import org.traverse.eventstore.IdempotencyKeys.Answered;
import org.traverse.eventstore.IdempotencyKeys.Contradicted;
import org.traverse.eventstore.IdempotencyKeys.InProgress;
import org.traverse.eventstore.IdempotencyKeys.Reply;
import org.traverse.eventstore.IdempotencyKeys.Taken;
import org.traverse.eventstore.IdempotencyKeys.Taking;

/**
 * A POST with an {@code Idempotency-Key} has one effect and one answer, however often and to whichever nodes it is sent.
 *
 * <p>What succeeded and what our rules decided stays the answer. All else, such as a server that was away, leaves the key
 * to the next attempt, which meets what this one has left: see {@link Commands#once}.
 */
@Component
class OncePerKey extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");
    /** Ids and counts; nothing else is kept of what was done, for it might be about somebody. */
    private static final Pattern IMPERSONAL =
            Pattern.compile("\\{(,?\"\\w+\":(\"[0-9a-f-]{36}\"|\\d{1,9}|true|false))*+}");

    private static final Logger LOG = LoggerFactory.getLogger(OncePerKey.class);

    private final IdempotencyKeys keys;
    private final HandlerExceptionResolver problems;

    OncePerKey(IdempotencyKeys keys, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                || request.getHeader(HEADER) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Optional<Identity> caller =
                Account.of(SecurityContextHolder.getContext().getAuthentication());
        if (caller.isEmpty()) {
            rest.doFilter(request, response); // to be turned away
            return;
        }
        Sent sent;
        Taking taking;
        try {
            byte[] scope = scope(caller.get(), request);
            sent = Sent.of(request);
            taking = keys.take(scope, sent.hash());
        } catch (Exception e) {
            refuse(request, response, e);
            return;
        }
        if (taking instanceof Taken taken) {
            attempt(taken, sent.request(), response, rest);
        } else if (taking instanceof Answered answered) {
            answerAgain(answered.reply(), response);
        } else if (taking instanceof InProgress) {
            var refusal = refusal(HttpStatus.CONFLICT, "a request with this " + HEADER + " is in progress");
            refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
            refuse(request, response, refusal);
        } else if (taking instanceof Contradicted) {
            refuse(
                    request,
                    response,
                    refusal(HttpStatus.UNPROCESSABLE_CONTENT, "this " + HEADER + " was sent with another body"));
        }
    }

    /** What one caller asks of one address; another's key is another one. */
    private static byte[] scope(Identity caller, HttpServletRequest request) {
        return new Hash()
                .add(caller.issuer())
                .add(caller.subject())
                .add(request.getMethod())
                .add(request.getRequestURI())
                .add(Optional.ofNullable(request.getQueryString()).orElse(""))
                .add(key(request))
                .end();
    }

    private static String key(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(HEADER));
        if (given.size() != 1 || !KEY.matcher(given.get(0)).matches()) {
            throw new InvalidField(HEADER, "is one text of 1 to 255 printable ASCII characters");
        }
        return given.get(0);
    }

    private void attempt(Taken taken, HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var attempt = new Attempt(taken.id(), taken.isRepeated());
        var answer = new ContentCachingResponseWrapper(response);
        request.setAttribute(Attempt.OF_THIS_REQUEST, attempt);
        try {
            rest.doFilter(request, answer);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            answer.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
            settle(taken, attempt, request, answer);
            throw e;
        }
        settle(taken, attempt, request, answer);
        answer.copyBodyToResponse();
    }

    /** Before it is answered, because who has the answer may ask again at once. */
    private void settle(
            Taken taken, Attempt attempt, HttpServletRequest request, ContentCachingResponseWrapper answer) {
        var status = HttpStatusCode.valueOf(answer.getStatus());
        try {
            if (status.is2xxSuccessful() || request.getAttribute(Problems.VERDICT) != null) {
                keys.answer(taken, reply(status, answer));
            } else if (status.is4xxClientError() && !taken.isRepeated() && !attempt.hasBegun()) {
                keys.forget(taken);
            } else {
                keys.giveBack(taken);
            }
        } catch (DataAccessException e) {
            LOG.warn("a request with a key was answered {}, which could not be kept: {}", status, e.getMessage());
        }
    }

    private static Reply reply(HttpStatusCode status, ContentCachingResponseWrapper answer) {
        byte[] body = answer.getContentAsByteArray();
        boolean kept = !status.is2xxSuccessful()
                || IMPERSONAL
                        .matcher(new String(body, StandardCharsets.US_ASCII))
                        .matches();
        return new Reply(
                status.value(),
                answer.getHeader(HttpHeaders.LOCATION),
                answer.getHeader(Commands.POSITION),
                kept ? answer.getContentType() : null,
                kept ? body : new byte[0]);
    }

    private static void answerAgain(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setHeader(REPLAYED, "true");
        response.setHeader(HttpHeaders.LOCATION, reply.location());
        response.setHeader(Commands.POSITION, reply.position());
        response.setContentType(reply.type());
        response.getOutputStream().write(reply.body());
    }

    private static ErrorResponseException refusal(HttpStatus status, String why) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, why), null);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Exception why) {
        problems.resolveException(request, response, null, why);
    }
}
