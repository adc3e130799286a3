package org.traverse.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses what a page of another site asks a browser to change here. Programs send no {@code Origin}. */
class ForeignOrigin extends OncePerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemResponse problem;

    ForeignOrigin(ProblemResponse problem) {
        this.problem = problem;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || HARMLESS.contains(request.getMethod()) || origin.equalsIgnoreCase(own(request))) {
            rest.doFilter(request, response);
        } else {
            problem.send(response, HttpStatus.FORBIDDEN, "pages of other sites may not change anything here");
        }
    }

    private static String own(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
        return UriComponentsBuilder.newInstance()
                .scheme(request.getScheme())
                .host(request.getServerName())
                .port(usual ? -1 : port)
                .toUriString();
    }
}
