package org.traverse.api.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.traverse.employee.Identity;

/** The account that somebody has proved to be theirs, whoever they are here. */
public final class Account {
    private Account() {}

    public static Optional<Identity> of(Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken token) {
            return Optional.ofNullable(token.getToken().getSubject())
                    .map(subject -> new Identity(token.getToken().getClaimAsString("iss"), subject));
        }
        if (authentication != null && authentication.getPrincipal() instanceof OidcUser user) {
            return Optional.of(new Identity(user.getIssuer().toString(), user.getSubject()));
        }
        if (authentication != null && authentication.getPrincipal() instanceof UserDetails user) {
            return Optional.of(new Identity(DemoUsers.ISSUER, user.getUsername()));
        }
        return Optional.empty();
    }
}
