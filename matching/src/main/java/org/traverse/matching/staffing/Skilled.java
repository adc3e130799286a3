package org.traverse.matching.staffing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.traverse.matching.facts.Person;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

/** Who has the required skills of some work, looked up by skill: most people have few of those that any work asks for. */
final class Skilled {

    private final List<Person> people;
    private final Map<UUID, List<Person>> knowing = new HashMap<>();

    Skilled(List<Person> people) {
        this.people = people;
        for (var person : people) {
            person.skills()
                    .keySet()
                    .forEach(skill -> knowing.computeIfAbsent(skill, none -> new ArrayList<>())
                            .add(person));
        }
    }

    /** Those who have every one of them, in the order in which they were given. */
    List<Person> enoughFor(Work work) {
        var musts = work.requirements().stream().filter(Requirement::must).toList();
        return musts.stream().map(this::knowing).min(Comparator.comparing(List::size)).orElse(people).stream()
                .filter(person -> musts.stream().allMatch(must -> meets(person, must)))
                .toList();
    }

    /** How many do not meet it. */
    int lacking(Requirement asked) {
        return people.size()
                - (int) knowing(asked).stream()
                        .filter(person -> meets(person, asked))
                        .count();
    }

    private List<Person> knowing(Requirement asked) {
        return knowing.getOrDefault(asked.skill(), List.of());
    }

    private static boolean meets(Person person, Requirement asked) {
        return asked.isMetBy(person.levelOf(asked.skill()));
    }
}
