package org.traverse.api.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.Terms;
import org.traverse.matching.fit.Block;
import org.traverse.matching.fit.Fit;
import org.traverse.matching.fit.Raise;
import org.traverse.matching.fit.RequirementMet;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.directory.OrgUnit;
import org.traverse.readmodel.directory.Person;
import org.traverse.readmodel.gigboard.GigBoard.Gig;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;
import org.traverse.skill.Proficiency;
import org.traverse.skill.Requirement;

/** Gives ids their names: what a page says where a read model has a key. */
@Component
class Labels {
    private final Directory directory;
    private final SkillCatalogue skills;
    private final Clock clock;

    Labels(Directory directory, SkillCatalogue skills, Clock clock) {
        this.directory = directory;
        this.skills = skills;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** By the id of the gig. */
    Map<UUID, WorkView> work(Collection<Gig> gigs) {
        Map<UUID, String> units = directory.orgUnits().stream()
                .collect(Collectors.toMap(unit -> unit.id().value(), OrgUnit::name));
        var owners = directory.names(
                gigs.stream().map(gig -> new EmployeeId(gig.owner())).distinct().toList());
        Map<UUID, WorkView> work = new HashMap<>();
        for (Gig gig : gigs) {
            work.put(
                    gig.id(),
                    new WorkView(
                            gig.id().toString(),
                            "Gig",
                            gig.title(),
                            units.getOrDefault(gig.orgUnit(), ""),
                            owners.getOrDefault(new EmployeeId(gig.owner()), "Somebody who left"),
                            gig.description(),
                            gig.hoursPerWeek(),
                            gig.from(),
                            gig.to(),
                            gig.seats(),
                            gig.seatsLeft(),
                            terms(gig.terms(), units)));
        }
        return work;
    }

    /** By name. */
    List<TermsForm.Unit> units() {
        return directory.orgUnits().stream()
                .map(unit -> new TermsForm.Unit(unit.id().toString(), unit.name()))
                .toList();
    }

    private static List<WorkView.Term> terms(Terms terms, Map<UUID, String> units) {
        var said = new ArrayList<WorkView.Term>();
        if (terms.place().isPresent() || terms.remote()) {
            said.add(new WorkView.Term(
                    "map-pin",
                    terms.place().orElse("From anywhere")
                            + (terms.place().isPresent() && terms.remote() ? ", or from anywhere" : "")));
        }
        terms.zone().ifPresent(zone -> said.add(new WorkView.Term("world", "By the clock of " + Words.town(zone))));
        if (!terms.languages().isEmpty()) {
            said.add(new WorkView.Term("language", Several.words(terms.languages())));
        }
        if (!terms.audience().isEmpty()) {
            List<String> audience = terms.audience().stream()
                    .map(unit -> units.getOrDefault(unit.value(), "a unit that is gone"))
                    .sorted()
                    .toList();
            said.add(new WorkView.Term("users", "Only for " + Several.text(audience)));
        }
        if (!terms.topics().isEmpty()) {
            said.add(new WorkView.Term("tag", "About " + Several.text(terms.topics())));
        }
        return said;
    }

    WorkView work(Gig gig) {
        return work(List.of(gig)).get(gig.id());
    }

    Map<EmployeeId, Person> people(Collection<UUID> ids) {
        return directory.persons(ids.stream().map(EmployeeId::new).distinct().toList());
    }

    String name(UUID person) {
        return directory.person(new EmployeeId(person)).map(Person::name).orElse("Somebody who left");
    }

    Map<UUID, String> skillsOf(Collection<Fit> fits) {
        return skills.names(fits.stream()
                .flatMap(fit -> fit.requirements().stream())
                .map(RequirementMet::skill)
                .collect(Collectors.toSet()));
    }

    FitView fit(Fit fit) {
        return fit(fit, List.of(), skillsOf(List.of(fit)));
    }

    static FitView fit(Fit fit, List<Raise> raises, Map<UUID, String> names) {
        return new FitView(
                fit.eligible(),
                fit.score(),
                fit.requirements().stream()
                        .map(asked -> new FitView.Need(
                                named(names, asked.skill()), asked.level(), asked.must(), asked.have()))
                        .toList(),
                fit.blocks().stream()
                        .filter(block -> !(block instanceof Block.SkillTooLow))
                        .map(block -> Words.readable(block.because()))
                        .toList(),
                fit.parts().stream()
                        .map(part -> new FitView.Part(
                                part.name(), part.points(), part.max(), Words.readable(part.because())))
                        .toList(),
                raises.stream()
                        .map(raise -> new FitView.Raise(
                                raise.points(),
                                named(names, raise.skill()) + " at " + Words.level(raise.toLevel()),
                                raise.eligible() && !fit.eligible()))
                        .toList());
    }

    List<GigView.Requirement> requirements(Gig gig) {
        var names = skills.names(
                gig.requirements().stream().map(asked -> asked.skill().value()).toList());
        return gig.requirements().stream()
                .map(asked -> new GigView.Requirement(
                        named(names, asked.skill().value()),
                        asked.level().map(Proficiency::level).orElse(0),
                        asked.must()))
                .toList();
    }

    Optional<String> skill(Requirement asked) {
        return Optional.ofNullable(
                skills.names(List.of(asked.skill().value())).get(asked.skill().value()));
    }

    private static String named(Map<UUID, String> names, UUID skill) {
        return names.getOrDefault(skill, "a skill no longer listed");
    }
}
