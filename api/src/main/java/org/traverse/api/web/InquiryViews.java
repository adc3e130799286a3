package org.traverse.api.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.traverse.api.inquiry.Answer;
import org.traverse.api.inquiry.Answer.Change;
import org.traverse.api.inquiry.Answer.Explanation;
import org.traverse.api.inquiry.Answer.Replay;
import org.traverse.api.inquiry.Inquiries.Inquiry;
import org.traverse.api.inquiry.Inquiries.State;
import org.traverse.api.marketplace.Plans;
import org.traverse.employee.EmployeeId;
import org.traverse.employee.OrgUnitId;
import org.traverse.readmodel.directory.Directory;
import org.traverse.readmodel.directory.Person;
import org.traverse.readmodel.gigboard.GigBoard;
import org.traverse.readmodel.planboard.PlanBoard.Plan;
import org.traverse.readmodel.skillcatalogue.SkillCatalogue;

/** Inquiries with names in place of ids, and sentences in place of facts. */
@Component
class InquiryViews {
    private static final int SHOWN = 20;

    private final Plans plans;
    private final Directory directory;
    private final GigBoard gigs;
    private final SkillCatalogue skills;
    private final Labels labels;

    InquiryViews(Plans plans, Directory directory, GigBoard gigs, SkillCatalogue skills, Labels labels) {
        this.plans = plans;
        this.directory = directory;
        this.gigs = gigs;
        this.skills = skills;
        this.labels = labels;
    }

    InquiryView.Unplaced unplaced(Plan plan, String q) {
        Set<EmployeeId> proposed = plans.proposals(plan.id()).stream()
                .map(proposal -> new EmployeeId(proposal.employee()))
                .collect(Collectors.toSet());
        var units = plan.orgUnits().stream().map(OrgUnitId::new).collect(Collectors.toSet());
        Set<EmployeeId> others = directory.peopleIn(directory.unitsBelow(units)).stream()
                .filter(id -> !proposed.contains(id))
                .collect(Collectors.toSet());
        String sought = q.strip().toLowerCase(Locale.ROOT);
        List<Person> found = directory.persons(others).values().stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(sought))
                .sorted(Comparator.comparing(Person::name)
                        .thenComparing(person -> person.id().toString()))
                .toList();
        return new InquiryView.Unplaced(
                plan.id().toString(),
                plan.name(),
                q,
                found.stream()
                        .limit(SHOWN)
                        .map(person -> new InquiryView.Somebody(
                                person.id().toString(), person.name(), person.jobTitle(), person.orgUnitName()))
                        .toList(),
                found.size());
    }

    InquiryView of(Plan plan, Inquiry inquiry) {
        String name = inquiry.person() == null ? null : name(inquiry.person());
        Answer answer = inquiry.answer();
        var findings = new ArrayList<String>();
        String headline = headline(inquiry, name);
        if (answer != null && answer.notPossible() != null) {
            findings.add(notPossible(answer.notPossible()));
        } else if (answer != null && answer.replay() != null) {
            findings.add(replay(answer.replay()));
        } else if (answer != null) {
            findings.addAll(explanation(answer.explanation(), name));
        }
        return new InquiryView(
                plan.id().toString(),
                plan.name(),
                inquiry.id().toString(),
                name == null ? "The same run again" : "Why not " + name + "?",
                inquiry.state() == State.RUNNING,
                words(inquiry.state()),
                inquiry.state() == State.DONE ? "live" : inquiry.state() == State.RUNNING ? "wait" : "bad",
                headline,
                findings,
                answer == null || answer.explanation() == null
                        ? List.of()
                        : placements(answer.explanation().then()));
    }

    private String name(UUID person) {
        return directory.person(new EmployeeId(person)).map(Person::name).orElse("somebody who left");
    }

    private static String words(State state) {
        return switch (state) {
            case RUNNING -> "Staffing again";
            case DONE -> "Answered";
            case STOPPED -> "Stopped";
            case FAILED -> "Failed";
        };
    }

    private static String headline(Inquiry inquiry, String name) {
        Answer answer = inquiry.answer();
        if (inquiry.state() == State.RUNNING) {
            return "The plan is being staffed again";
        }
        if (answer == null) {
            return inquiry.state() == State.DONE ? "The answer was erased with the person" : "There is no answer";
        }
        if (answer.notPossible() != null) {
            return "This run cannot be run again";
        }
        if (answer.replay() != null) {
            return answer.replay().same() ? "It comes out the same" : "It comes out differently";
        }
        if (answer.explanation().because() == null) {
            return name + " is proposed";
        }
        return answer.explanation().change() == null
                ? "No single change would be enough"
                : "One change would be enough";
    }

    private static String notPossible(Answer.NotPossible reason) {
        String since = reason.since() == null ? "" : " (since " + Words.date(Labels.day(reason.since())) + ")";
        return Pages.sentence("Because " + reason.because() + since);
    }

    private static String replay(Replay replay) {
        return replay.same()
                ? "From the facts it had then, all " + Words.count(replay.proposals(), "proposal")
                        + " came out as they were, to the last point and word."
                : Words.count(replay.differing(), "proposal") + " of then and now have no equal in the other.";
    }

    private List<String> explanation(Explanation found, String name) {
        var sentences = new ArrayList<String>();
        if (found.because() == null) {
            return List.of("This is what " + name + " is proposed for:");
        }
        sentences.add(Words.readable(found.because()));
        if (found.change() == null) {
            sentences.add(
                    found.possible() == 0
                            ? "One level more of one skill, four more hours a week, another date of one commitment or a"
                                    + " later beginning of one gig"
                                    + " would make no difference to what " + name + " may take."
                            : Words.count(found.possible(), "single change") + " would make a difference to what "
                                    + name
                                    + " may take, or how well. The plan was staffed again with " + tried(found)
                                    + ", and in none of these they were proposed.");
        } else {
            sentences.add(change(found.change(), name) + ", and nothing else changed, " + name + " would be proposed:");
        }
        return sentences;
    }

    private static String tried(Explanation found) {
        return found.tried() == found.possible() ? "each of them" : "the " + found.tried() + " likeliest of them";
    }

    private String change(Change change, String name) {
        return switch (change.kind()) {
            case "skill" ->
                "With " + skills.names(List.of(change.skill())).getOrDefault(change.skill(), "a skill no longer listed")
                        + " at " + Words.level(change.level());
            case "hours" -> "With " + change.hoursPerWeek() + " more hours a week";
            case "commitment-ends" ->
                "If " + commitment(change) + " ended on " + Words.date(change.date()) + " already";
            case "gig-begins" -> "If " + title(change.gig()) + " began on " + Words.date(change.date()) + " only";
            default -> "If " + commitment(change) + " began on " + Words.date(change.date()) + " only";
        };
    }

    private String title(UUID gig) {
        return gigs.find(List.of(gig)).stream()
                .map(found -> "“" + found.title() + "”")
                .findFirst()
                .orElse("work that is gone");
    }

    private static String commitment(Change change) {
        return "the work of " + Words.count(change.hoursPerWeek(), "hour") + " a week of "
                + Words.span(change.from(), change.to());
    }

    private List<InquiryView.Placement> placements(List<Answer.Placement> then) {
        Map<UUID, WorkView> work = labels.work(
                gigs.find(then.stream().map(Answer.Placement::gig).distinct().toList()));
        return then.stream()
                .filter(placement -> work.containsKey(placement.gig()))
                .map(placement -> new InquiryView.Placement(work.get(placement.gig()), placement.score()))
                .toList();
    }
}
