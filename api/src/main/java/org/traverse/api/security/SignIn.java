package org.traverse.api.security;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The ways in that the sign-in page offers. */
@Component
public class SignIn {
    private final boolean demo;
    private final Map<String, String> providers = new TreeMap<>();

    SignIn(ObjectProvider<UserDetailsService> demo, ObjectProvider<ClientRegistrationRepository> providers) {
        this.demo = demo.getIfAvailable() != null;
        if (providers.getIfAvailable() instanceof Iterable<?> registrations) {
            for (Object one : registrations) {
                var registration = (ClientRegistration) one;
                this.providers.put(
                        registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId());
            }
        }
    }

    /** Who may be played in the demo company, all with {@link #demoPassword()}; empty when there is none. */
    public List<String> demoUsers() {
        return demo ? DemoUsers.NAMES : List.of();
    }

    public String demoPassword() {
        return DemoUsers.PASSWORD;
    }

    /** The company's identity providers by name, each with the path that leads there; empty when there is none. */
    public Map<String, String> providers() {
        return providers;
    }
}
