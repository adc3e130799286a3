package org.traverse.api.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a request before it reaches a resource, in the words that a resource would have used. */
@Component
class ProblemResponse {
    private final JsonMapper json;

    ProblemResponse(JsonMapper json) {
        this.json = json;
    }

    void send(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        byte[] problem = json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }
}
