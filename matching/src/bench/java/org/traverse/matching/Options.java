package org.traverse.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What follows a sub-command: {@code --name value}. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    Options(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).startsWith("--") || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("expected --name value at " + arguments.get(i));
            }
            values.put(arguments.get(i).substring(2), arguments.get(i + 1));
        }
    }

    public int number(String name, int otherwise) {
        return numbers(name, String.valueOf(otherwise)).get(0);
    }

    public List<Integer> numbers(String name, String otherwise) {
        return Stream.of(values.getOrDefault(name, otherwise).split(","))
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
