package org.traverse.api.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.traverse.api.security.DemoUsers;

/** The last thing on the console before one goes to the browser. */
@Component
class Welcome {
    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        Environment environment = event.getApplicationContext().getEnvironment();
        log.info(
                "Traverse is ready: http://{}:{}",
                host(environment),
                web.getWebServer().getPort());
        boolean demo = Servers.of(environment) == Servers.EMBEDDED
                && environment.getProperty("traverse.demo.enabled", Boolean.class, true);
        if (demo) {
            log.info("Sign in as ewa (employee), marc (manager), hanna (HR business partner) or ada (administrator),"
                    + " password demo");
        } else if (event.getApplicationContext().getBeanProvider(DemoUsers.class).stream()
                .findAny()
                .isPresent()) {
            log.info("Sign in as ada (administrator), password demo");
        }
    }

    private static String host(Environment environment) {
        String address = environment.getProperty("server.address", "localhost");
        return address.equals("127.0.0.1") || address.equals("0.0.0.0") ? "localhost" : address;
    }
}
