package org.traverse.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

class DemoUsersTest {
    @Test
    void areTheDemoCompanysFour() {
        assertThat(users()).containsExactly("ewa", "marc", "hanna", "ada");
    }

    @Test
    void areTheAdministratorAloneWhereThereIsNoDemoCompany() {
        assertThat(users("traverse.demo.enabled=false")).containsExactly("ada");
    }

    @Test
    void areNobodyWhereThereIsAProviderInstead() {
        assertThat(users(
                        "traverse.demo.enabled=false",
                        "spring.security.oauth2.client.registration.company.client-id=traverse"))
                .isEmpty();
        assertThat(users(
                        "traverse.demo.enabled=false",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://example.com"))
                .isEmpty();
    }

    @Test
    void areNobodyNextToADatabaseOfTheCompanysOwn() {
        assertThat(users("spring.datasource.url=jdbc:postgresql://db/traverse")).isEmpty();
        assertThat(users("spring.datasource.url=jdbc:postgresql://db/traverse", "traverse.demo.enabled=true"))
                .isEmpty();
        assertThat(users("spring.datasource.url=jdbc:postgresql://db/traverse", "traverse.demo.enabled=false"))
                .isEmpty();
    }

    /** Those the sign-in page offers, who are those that can sign in. */
    private static List<String> users(String... properties) {
        var offered = new ArrayList<String>();
        new ApplicationContextRunner()
                .withUserConfiguration(DemoUsers.class, SignIn.class)
                .withPropertyValues(properties)
                .run(context -> {
                    offered.addAll(context.getBean(SignIn.class).demoUsers());
                    for (String name : List.of("ewa", "marc", "hanna", "ada")) {
                        assertThat(context.getBeanProvider(UserDetailsService.class).stream()
                                        .anyMatch(accounts -> knows(accounts, name)))
                                .isEqualTo(offered.contains(name));
                    }
                });
        return offered;
    }

    private static boolean knows(UserDetailsService accounts, String name) {
        try {
            return accounts.loadUserByUsername(name) != null;
        } catch (UsernameNotFoundException e) {
            return false;
        }
    }
}
