package org.traverse.api.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;
import org.traverse.readmodel.embedded.CannotStart;

/** The port of the pages, tried before half a minute is spent on starting servers. */
final class WebPort {
    private WebPort() {}

    static void refuseIfTaken(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            InetAddress address = environment.getProperty("server.address", InetAddress.class);
            socket.bind(new InetSocketAddress(address == null ? InetAddress.getLoopbackAddress() : address, port));
        } catch (BindException e) {
            throw new CannotStart("port " + port + " is taken: stop the program that uses it, or choose another port by"
                    + " -Dspring-boot.run.arguments=--server.port=" + (port == 8080 ? 8081 : 8080));
        } catch (IOException e) {
            // Whatever this is, the web server will say it better.
        }
    }
}
