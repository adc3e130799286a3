package org.traverse.api.embedded;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.traverse.api.Traverse;
import org.traverse.eventstore.MasterKeys;

/** Another node of the application, in this JVM, on the servers that the first one has started. */
public final class SecondNode implements AutoCloseable {
    /** The demo users, who do not exist on servers of one's own. */
    static class Accounts {
        @Bean
        UserDetailsService accounts() {
            var users = new InMemoryUserDetailsManager();
            for (String name : new String[] {"ewa", "marc", "hanna", "ada"}) {
                users.createUser(User.withUsername(name)
                        .password("{noop}demo")
                        .authorities("any")
                        .build());
            }
            return users;
        }
    }

    private final ConfigurableApplicationContext application;

    private SecondNode(ConfigurableApplicationContext application) {
        this.application = application;
    }

    public static SecondNode beside(ApplicationContext first) {
        var postgres = first.getBean(JdbcConnectionDetails.class);
        var servers = first.getBean(EmbeddedServers.class);
        return new SecondNode(new SpringApplicationBuilder(Traverse.class, Accounts.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + postgres.getJdbcUrl(),
                        "--spring.datasource.username=" + postgres.getUsername(),
                        "--spring.datasource.password=" + postgres.getPassword(),
                        "--traverse.elasticsearch.uris="
                                + servers.elasticsearch().uri(),
                        "--" + MasterKeys.CURRENT + "=" + servers.home().key("master-key"),
                        "--traverse.matching.longest-run=10m",
                        "--traverse.matching.unimproved=10m"));
    }

    public int port() {
        return ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    @Override
    public void close() {
        application.close();
    }
}
