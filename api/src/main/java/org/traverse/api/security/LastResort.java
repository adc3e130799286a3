package org.traverse.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** What fails before a resource is reached still answers as a problem, not as the container's page. */
class LastResort extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final ProblemResponse problem;

    LastResort(ProblemResponse problem) {
        this.problem = problem;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        try {
            rest.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            LOG.warn("the identity provider cannot be asked: {}", e.getMessage());
            send(response, e, HttpStatus.SERVICE_UNAVAILABLE, "the identity provider cannot be reached just now");
        } catch (RuntimeException | ServletException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            send(response, e, HttpStatus.INTERNAL_SERVER_ERROR, "this failed on our side, and it is in our log");
        }
    }

    private void send(HttpServletResponse response, Exception thrown, HttpStatus status, String detail)
            throws ServletException, IOException {
        if (response.isCommitted()) {
            throw new ServletException(thrown);
        }
        response.reset();
        problem.send(response, status, detail);
    }
}
