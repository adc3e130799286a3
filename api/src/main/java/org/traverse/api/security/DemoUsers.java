package org.traverse.api.security;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * The people of the demo company one can sign in as; of an empty store its administrator alone, unless there is a
 * provider to sign in by. Never together with a database of one's own.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoUsers.AnyAtAll.class)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
public class DemoUsers {
    /** What stands for {@code iss} in the identities of the demo users. */
    public static final String ISSUER = "traverse:demo";

    static final String ADMINISTRATOR = "ada";
    static final String PASSWORD = "demo";

    private final List<String> names;

    DemoUsers(Environment environment) {
        names = hasCompany(environment) ? List.of("ewa", "marc", "hanna", ADMINISTRATOR) : List.of(ADMINISTRATOR);
    }

    List<String> names() {
        return names;
    }

    /** At the least cost: HTTP Basic checks it with each request, and the sign-in page shows the password anyway. */
    @Bean
    PasswordEncoder passwords() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    UserDetailsService demoAccounts(PasswordEncoder passwords) {
        var users = new InMemoryUserDetailsManager();
        for (String name : names) {
            users.createUser(User.withUsername(name)
                    .password(passwords.encode(PASSWORD))
                    .authorities(List.of())
                    .build());
        }
        return users;
    }

    private static boolean hasCompany(Environment environment) {
        return environment.getProperty("traverse.demo.enabled", Boolean.class, true);
    }

    static final class AnyAtAll implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            return hasCompany(environment)
                    || !Binder.get(environment)
                            .bind("spring.security.oauth2", Bindable.mapOf(String.class, Object.class))
                            .isBound();
        }
    }
}
