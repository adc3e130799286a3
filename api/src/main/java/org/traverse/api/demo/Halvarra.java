package org.traverse.api.demo;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import org.traverse.api.demo.Company.Unit;

/** Halvarra Grid & Services: an invented company of 500 people that keeps the lights on in an invented country. */
class Halvarra {
    private Halvarra() {}

    /** The company as it is today. The same day gives the same company; another day moves its dates and nothing else. */
    static Company on(LocalDate today) {
        var catalogue = Catalogue.read();
        var staff = new Staff(catalogue, today);
        var units = staff.units();
        var gigs = Work.gigs(today, units.stream().collect(toMap(Unit::name, Unit::lead)));
        var applicants = new Applicants(staff.people(), gigs);
        return new Company(
                catalogue.skills(),
                catalogue.roles(),
                catalogue.learning(),
                units,
                staff.people(),
                gigs,
                applicants.applications(),
                Rankings.read());
    }
}
