package org.traverse.api.security;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The people of the demo company one can sign in as; never together with a database of one's own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "traverse.demo.enabled", matchIfMissing = true)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
public class DemoUsers {
    /** What stands for {@code iss} in the identities of the demo users. */
    public static final String ISSUER = "traverse:demo";

    static final String ADMINISTRATOR = "ada";
    static final List<String> NAMES = List.of("ewa", "marc", "hanna", ADMINISTRATOR);
    static final String PASSWORD = "demo";

    /** At the least cost: HTTP Basic checks it with each request, and the sign-in page shows the password anyway. */
    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    UserDetailsService demoAccounts(PasswordEncoder passwords) {
        var users = new InMemoryUserDetailsManager();
        for (String name : NAMES) {
            users.createUser(User.withUsername(name)
                    .password(passwords.encode(PASSWORD))
                    .authorities(List.of())
                    .build());
        }
        return users;
    }
}
