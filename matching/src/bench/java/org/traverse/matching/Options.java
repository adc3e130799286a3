package org.traverse.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What follows a sub-command: files, and {@code --name value}. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();
    private final List<Path> files = new ArrayList<>();

    Options(List<String> arguments) {
        for (var argument = arguments.iterator(); argument.hasNext(); ) {
            var each = argument.next();
            if (!each.startsWith("--")) {
                files.add(Path.of(each));
            } else if (argument.hasNext()) {
                values.put(each.substring(2), argument.next());
            } else {
                throw new IllegalArgumentException("expected a value after " + each);
            }
        }
    }

    public List<Path> files() {
        return files;
    }

    public Optional<Path> file(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }

    public OptionalInt number(String name) {
        return values.containsKey(name) ? OptionalInt.of(positive(name, values.get(name))) : OptionalInt.empty();
    }

    public int number(String name, int otherwise) {
        return numbers(name, String.valueOf(otherwise)).get(0);
    }

    /** 0 where it is switched off. */
    public int numberOrZero(String name, int otherwise) {
        var value = values.getOrDefault(name, String.valueOf(otherwise));
        return value.equals("0") ? 0 : positive(name, value);
    }

    public List<String> words(String name, String otherwise) {
        return List.of(values.getOrDefault(name, otherwise).split(","));
    }

    public List<Integer> numbers(String name, String otherwise) {
        return words(name, otherwise).stream()
                .map(value -> positive(name, value))
                .toList();
    }

    private static int positive(String name, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("--" + name + " is a whole number above 0, not " + value);
        }
        return Integer.parseInt(value);
    }
}
