package org.traverse.api.demo;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toCollection;
import static org.traverse.skillprofile.Evidence.Voucher.GIG;
import static org.traverse.skillprofile.Evidence.Voucher.LEARNING;
import static org.traverse.skillprofile.Evidence.Voucher.MANAGER;
import static org.traverse.skillprofile.Evidence.Voucher.PEER;
import static org.traverse.skillprofile.Evidence.Voucher.SELF;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.traverse.api.demo.Company.Claim;
import org.traverse.api.demo.Company.Enrolment;
import org.traverse.api.demo.Company.Learning;
import org.traverse.api.demo.Company.Level;
import org.traverse.api.demo.Company.Requirement;
import org.traverse.api.demo.Company.Role;
import org.traverse.skillprofile.Evidence.Voucher;

/** What one person can do, and why that is believed. */
class Experience {
    private static final int THREE_YEARS = 3 * 365;

    private final Catalogue catalogue;
    private final LocalDate today;
    private final LocalDate hiredOn;
    private final Draw draw;
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private final List<Claim> taught = new ArrayList<>();
    private final List<Enrolment> enrolments = new ArrayList<>();

    Experience(Catalogue catalogue, LocalDate today, LocalDate hiredOn, Draw draw) {
        this.catalogue = catalogue;
        this.today = today;
        this.hiredOn = hiredOn;
        this.draw = draw;
    }

    /** What the role asks for, more or less: newcomers have less of it, old hands more. */
    Experience in(Role role) {
        for (var requirement : role.requirements()) {
            if (requirement.must() || draw.chance(80)) {
                gain(requirement.skill(), requirement.level() + deviation(requirement));
            }
        }
        return this;
    }

    private int deviation(Requirement requirement) {
        long years = DAYS.between(hiredOn, today) / 365;
        if (years < 2) {
            return draw.one(-1, -1, 0, 0, 0, 1);
        }
        return requirement.must() ? draw.one(-1, 0, 0, 0, 0, 1, 1, 1, 2) : draw.one(-1, -1, 0, 0, 0, 1, 1);
    }

    /** What remains of the work somebody did before being asked to lead. */
    Experience once(Role role) {
        for (var requirement : draw.some(4, role.requirements())) {
            gain(requirement.skill(), requirement.level() + draw.between(-1, 1));
        }
        return this;
    }

    /** Neighbouring skills, languages, and here and there something from another world. */
    Experience around(Role role, String motherTongue) {
        var families = catalogue.inHouseByFamily();
        var skills = catalogue.skillsByName();
        var near = role.requirements().stream()
                .map(requirement -> skills.get(requirement.skill()).family())
                .collect(toCollection(TreeSet::new));
        near.stream()
                .flatMap(family -> draw.some(draw.between(0, 2), families.get(family)).stream())
                .limit(3)
                .forEach(skill -> gain(skill, draw.one(1, 2, 2, 3)));
        gain(draw.one(families.get("Working together")), draw.between(2, 4));
        if (draw.chance(20)) {
            gain(draw.one(families.get(draw.one(FARTHER))), draw.between(1, 2));
        }
        speak(motherTongue);
        return this;
    }

    private static final List<String> FARTHER = List.of(
            "Data and analytics", "People and communication", "Project delivery", "Customers and energy services");

    private void speak(String motherTongue) {
        gain("English", draw.one(3, 4, 4, 5));
        if (draw.chance(30)) {
            gain(draw.one(List.of("German", "Swedish", "French", "Spanish")), draw.between(1, 4));
        }
        levels.put(motherTongue, 5);
    }

    Experience exactly(List<Level> known) {
        known.forEach(level -> levels.put(level.skill(), level.level()));
        return this;
    }

    Experience hasCompleted(List<Learning> items) {
        for (var item : items) {
            var on = sometimeLately();
            enrolments.add(new Enrolment(item.title(), Optional.of(on)));
            for (var gain : item.gives()) {
                taught.add(new Claim(gain.skill(), gain.level(), LEARNING, on, Optional.of(item.title())));
            }
        }
        return this;
    }

    Experience isEnrolledIn(List<Learning> items) {
        items.forEach(item -> enrolments.add(new Enrolment(item.title(), Optional.empty())));
        return this;
    }

    /** One or two items that led to where one is, and for some the one that leads on. */
    Experience studies() {
        var useful = draw.shuffled(catalogue.learning()).stream()
                .filter(item -> item.gives().stream().allMatch(gain -> gain.level() <= known(gain) + 1))
                .toList();
        hasCompleted(draw.some(
                draw.one(0, 0, 1, 1, 2),
                useful.stream()
                        .filter(item -> item.gives().stream().anyMatch(gain -> gain.level() == known(gain)))
                        .toList()));
        if (draw.chance(25)) {
            isEnrolledIn(useful.stream()
                    .filter(item -> item.gives().stream().noneMatch(gain -> gain.level() <= known(gain)))
                    .limit(1)
                    .toList());
        }
        return this;
    }

    /** Somebody must have a skill before an item can be close to their level. */
    private int known(Level gain) {
        return levels.getOrDefault(gain.skill(), -1);
    }

    List<Claim> claims() {
        var claims = new ArrayList<Claim>();
        levels.forEach((skill, level) ->
                claims.add(new Claim(skill, level, voucher(skill), sometimeLately(), Optional.empty())));
        claims.addAll(taught);
        return List.copyOf(claims);
    }

    List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }

    private Voucher voucher(String skill) {
        if (catalogue.skillsByName().get(skill).family().equals("Languages")) {
            return SELF;
        }
        return draw.one(List.of(SELF, SELF, SELF, SELF, SELF, MANAGER, MANAGER, MANAGER, PEER, GIG));
    }

    private LocalDate sometimeLately() {
        int longest = (int) Math.min(THREE_YEARS, DAYS.between(hiredOn, today));
        return today.minusDays(draw.between(Math.min(10, longest), longest));
    }

    private void gain(String skill, int level) {
        levels.merge(skill, Math.max(1, Math.min(5, level)), Math::max);
    }
}
