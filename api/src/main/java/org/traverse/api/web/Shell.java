package org.traverse.api.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.traverse.api.security.Caller.Role;

/**
 * The frame around a page: who is looking, and where they may go.
 *
 * @param name empty when nobody is signed in
 * @param notice what the last action did, and {@code refused} why it could not; each shown once, else empty
 */
public record Shell(String name, Set<Role> roles, String csrf, String notice, String refused) {
    /** One place in the navigation. */
    public record Place(String key, String label, String icon, String href) {}

    public static Shell anonymous(String csrf) {
        return new Shell("", Set.of(), csrf, "", "");
    }

    public boolean signedIn() {
        return !name.isEmpty();
    }

    public boolean isEmployee() {
        return roles.contains(Role.EMPLOYEE);
    }

    public String initials() {
        return Words.initials(name);
    }

    public String part() {
        return roles.stream().max(Comparator.naturalOrder()).map(Words::role).orElse("");
    }

    /** What only this person's part can do comes first: on a phone the first places are the reachable ones. */
    public List<Place> places() {
        var places = new ArrayList<Place>();
        if (roles.contains(Role.ADMIN)) {
            places.add(new Place("imports", "Imports", "database-import", "/imports"));
            places.add(new Place("parked-events", "Parked events", "hourglass", "/parked-events"));
            places.add(new Place("read-models", "Read models", "refresh", "/read-models"));
        }
        if (roles.contains(Role.HRBP)) {
            places.add(new Place("plans", "Mobility plans", "arrows-exchange", "/plans"));
        }
        if (roles.contains(Role.MANAGER)) {
            places.add(new Place("postings", "My postings", "flag", "/postings"));
        }
        if (roles.contains(Role.EMPLOYEE)) {
            places.add(new Place("opportunities", "Opportunities", "briefcase", "/opportunities"));
            places.add(new Place("applications", "Applications", "send", "/applications"));
            places.add(new Place("skills", "My skills", "award", "/skills"));
            places.add(new Place("career", "Career", "route", "/career"));
        }
        return places;
    }
}
