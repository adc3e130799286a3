package org.traverse.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The frame around a page: who is looking, and where they may go.
 *
 * @param name empty when nobody is signed in
 * @param notice what the last action did, shown once
 */
public record Shell(String name, Set<Persona> personas, String csrf, String notice) {
    /** The parts a person may play here; most play more than one. */
    public enum Persona {
        EMPLOYEE("Employee"),
        MANAGER("Manager"),
        HRBP("HR business partner"),
        ADMIN("Administrator");

        private final String words;

        Persona(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One place in the navigation. */
    public record Place(String key, String label, String icon, String href) {}

    public static Shell anonymous(String csrf) {
        return new Shell("", Set.of(), csrf, "");
    }

    public boolean signedIn() {
        return !name.isEmpty();
    }

    public String initials() {
        return Words.initials(name);
    }

    public String part() {
        return personas.stream()
                .sorted()
                .reduce((first, last) -> last)
                .orElse(Persona.EMPLOYEE)
                .words();
    }

    /** What only this person's part can do comes first: on a phone the first places are the reachable ones. */
    public List<Place> places() {
        var places = new ArrayList<Place>();
        if (personas.contains(Persona.ADMIN)) {
            places.add(new Place("imports", "Imports", "database-import", "/imports"));
        }
        if (personas.contains(Persona.HRBP)) {
            places.add(new Place("plans", "Mobility plans", "arrows-exchange", "/plans"));
        }
        if (personas.contains(Persona.MANAGER)) {
            places.add(new Place("postings", "My postings", "flag", "/postings"));
        }
        if (personas.contains(Persona.EMPLOYEE)) {
            places.add(new Place("opportunities", "Opportunities", "briefcase", "/opportunities"));
            places.add(new Place("applications", "Applications", "send", "/applications"));
            places.add(new Place("skills", "My skills", "award", "/skills"));
            places.add(new Place("career", "Career", "route", "/career"));
        }
        return places;
    }
}
