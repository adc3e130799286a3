package org.traverse.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.traverse.eventstore.EventPosition;
import org.traverse.readmodel.Positions;

/**
 * Lets a caller read what it wrote: a request that sends back as {@code Traverse-Wait-For} what a change answered as
 * {@code Traverse-Position} is answered once the read models are there, or after 2 s with 503.
 */
@Component
class WaitFor implements HandlerInterceptor, WebMvcConfigurer {
    private static final String HEADER = "Traverse-Wait-For";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Positions positions;

    WaitFor(Positions positions) {
        this.positions = positions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String position = request.getHeader(HEADER);
        if (position == null) {
            return true;
        }
        if (!positions.await(parse(position), PATIENCE)) {
            throw new NotSeenYet(position);
        }
        return true;
    }

    private static EventPosition parse(String position) {
        try {
            return EventPosition.parse(position);
        } catch (IllegalArgumentException e) {
            throw new InvalidField(HEADER, "is what a change answered as Traverse-Position");
        }
    }
}
