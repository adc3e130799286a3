package org.traverse.readmodel.embedded;

import java.io.IOException;

/** Runs in the child process: ends Elasticsearch when the pipe from its parent closes. */
final class ElasticsearchSupervisor {
    private ElasticsearchSupervisor() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(ElasticsearchSupervisor::awaitEndOfParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        var launcher =
                Class.forName("org.elasticsearch.launcher.CliToolLauncher").getDeclaredMethod("main", String[].class);
        launcher.setAccessible(true);
        launcher.invoke(null, (Object) arguments);
    }

    private static void awaitEndOfParent() {
        try {
            while (System.in.read() >= 0) {
                // the parent never writes
            }
        } catch (IOException e) {
            // as good as closed
        }
        System.exit(0);
    }
}
