package org.traverse.api.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What some want most, most wanted first.
 *
 * @param ofGigs titles, by the key of the person who ranks them
 * @param ofPeople keys, by the title of the gig whose owner ranks them
 */
record Rankings(Map<String, List<String>> ofGigs, Map<String, List<String>> ofPeople) {
    static Rankings read() {
        var ofGigs = new LinkedHashMap<String, List<String>>();
        var ofPeople = new LinkedHashMap<String, List<String>>();
        for (var row : Table.read("rankings").rows()) {
            row.optional("person").ifPresent(person -> ofGigs.put(person, row.list("ranked", ";")));
            row.optional("gig").ifPresent(gig -> ofPeople.put(gig, row.list("ranked", ";")));
        }
        return new Rankings(ofGigs, ofPeople);
    }
}
