package org.traverse.api.security;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The ways in that the sign-in page offers. */
@Component
public class SignIn {
    private final List<String> demoUsers;
    private final Map<String, String> providers = new TreeMap<>();

    SignIn(ObjectProvider<DemoUsers> demo, ObjectProvider<ClientRegistrationRepository> providers) {
        demoUsers = demo.stream().flatMap(users -> users.names().stream()).toList();
        if (providers.getIfAvailable() instanceof Iterable<?> registrations) {
            for (Object one : registrations) {
                var registration = (ClientRegistration) one;
                this.providers.put(
                        registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId());
            }
        }
    }

    /** Who may be played in the embedded run, all with {@link #demoPassword()}; empty elsewhere. */
    public List<String> demoUsers() {
        return demoUsers;
    }

    public String demoPassword() {
        return DemoUsers.PASSWORD;
    }

    /** The company's identity providers by name, each with the path that leads there; empty when there is none. */
    public Map<String, String> providers() {
        return providers;
    }
}
