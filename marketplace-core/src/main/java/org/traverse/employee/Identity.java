package org.traverse.employee;

/** An account at an identity provider: OpenID Connect's {@code iss} and {@code sub}. */
public record Identity(String issuer, String subject) {
    public Identity {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("an identity needs an issuer and a subject");
        }
    }
}
