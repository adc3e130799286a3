package org.traverse.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.traverse.api.security.Caller.Role;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.Identity;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.directory.Duties;

/**
 * Finds out who is asking, once per request and never for longer, so that a role taken away is gone with the next
 * request; and turns away accounts that are nobody's.
 */
@Component
class Callers implements HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final String OF_THIS_REQUEST = Callers.class.getName();

    private final Directory directory;
    private final String administrator;
    private final String administratorsIssuer;

    /** @param administratorsIssuer empty for any; a subject means one person only at the provider that named them */
    Callers(
            Directory directory,
            @Value("${traverse.security.first-administrator:}") String administrator,
            @Value("${traverse.security.first-administrator-issuer:"
                            + "${spring.security.oauth2.resourceserver.jwt.issuer-uri:}}")
                    String administratorsIssuer) {
        this.directory = directory;
        this.administrator = administrator;
        this.administratorsIssuer = administratorsIssuer;
    }

    Caller of(Authentication authentication) {
        return Account.of(authentication).map(this::of).orElse(Caller.NOBODY);
    }

    private Caller of(Identity identity) {
        Optional<EmployeeId> employee = directory.signedInAs(identity);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        employee.ifPresent(person -> {
            Duties duties = directory.duties(person);
            roles.add(Role.EMPLOYEE);
            if (duties.leads()) {
                roles.add(Role.MANAGER);
            }
            if (duties.partners()) {
                roles.add(Role.HRBP);
            }
        });
        if (isAdministrator(identity)) {
            roles.add(Role.ADMIN);
        }
        return new Caller(employee, roles);
    }

    private boolean isAdministrator(Identity identity) {
        return identity.issuer().equals(DemoUsers.ISSUER)
                ? identity.subject().equals(DemoUsers.ADMINISTRATOR)
                : identity.subject().equals(administrator)
                        && (administratorsIssuer.isEmpty() || identity.issuer().equals(administratorsIssuer));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(OF_THIS_REQUEST) == null) {
            request.setAttribute(
                    OF_THIS_REQUEST, of(SecurityContextHolder.getContext().getAuthentication()));
        }
        if (((Caller) request.getAttribute(OF_THIS_REQUEST)).roles().isEmpty()) {
            throw new Unlinked();
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest web, WebDataBinderFactory binder) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        Object found = request.getAttribute(OF_THIS_REQUEST);
        // Where the interceptor does not look, such as the sign-in and the error page, nobody is anybody.
        return found == null ? Caller.NOBODY : (Caller) found;
    }
}
