package org.traverse.readmodel.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The programs of the PostgreSQL that comes in a jar, run as the account that owns the data. */
record PostgresPrograms(Path bin, Account account) {
    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    static PostgresPrograms in(Path shared, Place place) throws IOException {
        Account account = place.account();
        Path programs = PostgresArchive.unpackedIn(Files.createDirectories(shared));
        if (!account.may("-x", programs.resolve("postgres"))) {
            Path own = PostgresArchive.unpackedIn(place.folder());
            account.own(own.getParent());
            programs = own;
        }
        return new PostgresPrograms(programs, account);
    }

    String major() throws IOException {
        var version = MAJOR.matcher(run("postgres", "--version"));
        if (!version.find()) {
            throw PostgresArchive.unsupported();
        }
        return version.group(1);
    }

    List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(List.of(bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return account.command(command);
    }

    ProcessBuilder process(List<String> command) {
        var process = new ProcessBuilder(command).directory(bin.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        process.environment().put("LC_ALL", "C"); // we read what it says
        return process;
    }

    String run(String program, String... arguments) throws IOException {
        Process process =
                process(command(program, arguments)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw CannotStart.because("PostgreSQL's " + program, bin, output);
            }
            return output;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
