package org.traverse.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.traverse.RuleViolated;
import org.traverse.api.security.Caller;
import org.traverse.api.security.Unlinked;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.directory.Person;

/** What all pages have in common: the frame, and what becomes of a refusal. */
@ControllerAdvice(basePackageClasses = Pages.class, assignableTypes = BasicErrorController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Pages {
    static final String NOTICE = "notice";
    static final String REFUSED = "refused";

    private final Directory directory;

    Pages(Directory directory) {
        this.directory = directory;
    }

    @ModelAttribute("shell")
    Shell shell(Caller caller, HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return new Shell(name(caller), caller.roles(), token(request), said(flash, NOTICE), said(flash, REFUSED));
    }

    /** Back to where the form was, with the reason: nothing was changed. */
    @ExceptionHandler
    String refused(RuleViolated refusal, HttpServletRequest request) {
        return back(refusal.getMessage(), request);
    }

    @ExceptionHandler
    String overtaken(ConcurrencyException conflict, HttpServletRequest request) {
        return back("somebody else changed this at the same moment; look again", request);
    }

    @ExceptionHandler
    ModelAndView malformed(IllegalArgumentException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if ("POST".equals(request.getMethod())) {
            return new ModelAndView(back(refusal.getMessage(), request));
        }
        response.sendError(HttpStatus.BAD_REQUEST.value());
        return new ModelAndView();
    }

    private static String back(String refusal, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put(REFUSED, sentence(refusal) + " Nothing was saved.");
        return "redirect:" + whereFrom(request);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    ModelAndView unlinked(Unlinked unlinked, HttpServletRequest request) {
        var shell = new Shell(account().getName(), Set.of(), token(request), "", "");
        return new ModelAndView("unlinked", Map.of("shell", shell));
    }

    /** {@code hours are 1 to 40, not 60} as a page says it. */
    static String sentence(String refusal) {
        if (refusal == null || refusal.isBlank()) {
            return "That was not possible.";
        }
        String words = Character.toUpperCase(refusal.charAt(0)) + refusal.substring(1);
        return words.endsWith(".") ? words : words + ".";
    }

    private String name(Caller caller) {
        if (caller.roles().isEmpty()) {
            return "";
        }
        return caller.employee()
                .flatMap(directory::person)
                .map(Person::name)
                .orElseGet(() -> account().getName());
    }

    private static Authentication account() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static String said(Map<String, ?> flash, String key) {
        return flash != null && flash.get(key) instanceof String words ? words : "";
    }

    /** Only the path of the referring page: a redirect never leaves this site. */
    private static String whereFrom(HttpServletRequest request) {
        try {
            var referrer = URI.create(String.valueOf(request.getHeader("Referer")));
            String path = referrer.getRawPath();
            boolean ours = request.getServerName().equals(referrer.getHost()) && path != null && !path.startsWith("//");
            return !ours ? "/" : referrer.getRawQuery() == null ? path : path + "?" + referrer.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
