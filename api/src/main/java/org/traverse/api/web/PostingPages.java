package org.traverse.api.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.traverse.api.marketplace.Applications;
import org.traverse.api.marketplace.Assignments;
import org.traverse.api.marketplace.Matches;
import org.traverse.api.marketplace.Postings;
import org.traverse.api.security.Caller;
import org.traverse.employee.EmployeeId;
import org.traverse.gig.Terms;
import org.traverse.readmodel.applicationboard.ApplicationBoard;
import org.traverse.readmodel.applicationboard.ApplicationBoard.Application;
import org.traverse.readmodel.gigboard.GigBoard.Gig;
import org.traverse.readmodel.matchfacts.NamesInUse;
import org.traverse.skill.Requirement;

/** What a manager posts, who would fit, and what is decided. */
@Controller
class PostingPages {
    private final Postings postings;
    private final Applications applications;
    private final Assignments assignments;
    private final ApplicationBoard board;
    private final Candidates candidates;
    private final Matches matches;
    private final GigForms forms;
    private final NamesInUse used;
    private final Labels labels;

    PostingPages(
            Postings postings,
            Applications applications,
            Assignments assignments,
            ApplicationBoard board,
            Candidates candidates,
            Matches matches,
            GigForms forms,
            NamesInUse used,
            Labels labels) {
        this.postings = postings;
        this.applications = applications;
        this.assignments = assignments;
        this.board = board;
        this.candidates = candidates;
        this.matches = matches;
        this.forms = forms;
        this.used = used;
        this.labels = labels;
    }

    @GetMapping("/postings")
    String mine(Caller caller, Model model) {
        List<Gig> gigs = postings.of(caller);
        var work = labels.work(gigs);
        var toComplete = new ArrayList<GigView.Seat>();
        var rows = new ArrayList<PostingsView.Posting>();
        for (Gig gig : gigs) {
            rows.add(posting(gig, work.get(gig.id())));
            candidates.seats(caller, gig).stream()
                    .filter(seat -> !seat.done() && seat.mayComplete())
                    .forEach(toComplete::add);
        }
        rows.sort(Comparator.comparing(
                (PostingsView.Posting row) -> row.waiting() == 0)); // else newest first, as they came
        model.addAttribute("view", new PostingsView(rows, toComplete));
        return "postings";
    }

    @GetMapping("/postings/new")
    String blank(Caller caller, Model model) {
        postings.of(caller);
        return form(GigForm.blank(labels.today()), model);
    }

    @PostMapping("/postings")
    String post(
            Caller caller,
            GigForm.Typed typed,
            TermsForm terms,
            @RequestParam(defaultValue = "draft") String then,
            Model model,
            RedirectAttributes redirect) {
        GigForms.Read read = forms.read(typed, terms);
        if (!read.errors().isEmpty()) {
            return form(typed.form(terms, read.errors()), model);
        }
        UUID id = postings.draft(
                        caller,
                        typed.title(),
                        typed.description(),
                        read.hoursPerWeek(),
                        read.from(),
                        read.to(),
                        read.seats(),
                        read.requirements(),
                        read.terms())
                .value();
        if (then.equals("publish")) {
            postings.publish(caller, id);
        }
        return back(redirect, id, then.equals("publish") ? "Published. People see it now." : "Saved as a draft.");
    }

    @PostMapping("/postings/reach")
    String reach(Caller caller, GigForm.Typed typed, TermsForm terms, Model model) {
        postings.of(caller);
        GigForms.Read read = forms.read(typed, terms);
        OptionalLong people = read.dated() ? reach(read, read.requirements(), read.terms()) : OptionalLong.empty();
        model.addAttribute("known", people.isPresent());
        model.addAttribute("people", people.orElse(0));
        model.addAttribute("terms", !read.terms().equals(Terms.NONE));
        var warnings = new ArrayList<>(refused(read));
        if (people.isPresent() && people.getAsLong() == 0) {
            warnings.addAll(lowered(read));
        }
        model.addAttribute("warnings", warnings);
        return "reach";
    }

    @GetMapping("/postings/{id}")
    String one(
            Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") Set<String> compare, Model model) {
        Gig gig = postings.seenWithCandidates(caller, id);
        model.addAttribute("view", candidates.view(caller, gig, new HashSet<>(compare)));
        return "posting";
    }

    @PostMapping("/postings/{id}/publish")
    String publish(Caller caller, @PathVariable UUID id, RedirectAttributes redirect) {
        postings.publish(caller, id);
        return back(redirect, id, "Published. People see it now.");
    }

    @PostMapping("/postings/{id}/offer")
    String offer(Caller caller, @PathVariable UUID id, @RequestParam UUID employee, RedirectAttributes redirect) {
        applications.offerTo(caller, id, new EmployeeId(employee));
        return back(redirect, id, "The offer is made.");
    }

    @PostMapping("/assignments/{id}/complete")
    String complete(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam UUID gig,
            @RequestParam(defaultValue = "") String feedback,
            RedirectAttributes redirect) {
        assignments.complete(caller, id, feedback);
        return back(redirect, gig, "Completed. The skills now stand on their profile.");
    }

    private PostingsView.Posting posting(Gig gig, WorkView work) {
        var waiting = board.forGig(gig.id()).stream()
                .filter(application -> application.state() == ApplicationBoard.State.APPLIED)
                .toList();
        LocalDate due = waiting.stream()
                .map(Application::answerBy)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        boolean overdue = due != null && due.isBefore(labels.today());
        return new PostingsView.Posting(
                work,
                Candidates.phase(gig, labels.today()),
                Candidates.tone(gig, labels.today()),
                gig.seats() - gig.seatsLeft(),
                waiting.size(),
                due == null ? "" : (overdue ? "answer was due " : "answer due ") + Words.date(due),
                overdue);
    }

    private OptionalLong reach(GigForms.Read read, List<Requirement> requirements, Terms terms) {
        return matches.reach(requirements, read.hoursPerWeek(), read.from(), read.to(), terms);
    }

    /** What is wrong with the terms: it is not counted by. */
    private static List<String> refused(GigForms.Read read) {
        return read.errors().entrySet().stream()
                .filter(error -> TermsForm.FIELDS.contains(error.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** When nobody is left: what the terms and each must-have cost, so that one knows which to lower. */
    private List<String> lowered(GigForms.Read read) {
        var warnings = new ArrayList<String>();
        long anyTerms = read.terms().equals(Terms.NONE)
                ? 0
                : reach(read, read.requirements(), Terms.NONE).orElse(0);
        if (anyTerms > 0) {
            warnings.add(
                    "Without place, clock, languages and audience it would be %s.".formatted(Words.people(anyTerms)));
        }
        for (Requirement must :
                read.requirements().stream().filter(Requirement::must).limit(8).toList()) {
            var without = new ArrayList<>(read.requirements());
            without.remove(must);
            long people = reach(read, without, read.terms()).orElse(0);
            if (people > 0) {
                warnings.add("Without %s as a must it would be %s."
                        .formatted(labels.skill(must).orElse("this skill"), Words.people(people)));
            }
        }
        return warnings;
    }

    private String form(GigForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("today", labels.today().toString());
        model.addAttribute("units", labels.units());
        model.addAttribute("places", used.places());
        return "posting-form";
    }

    private String back(RedirectAttributes redirect, UUID gig, String notice) {
        redirect.addFlashAttribute(Pages.NOTICE, notice);
        return "redirect:/postings/" + gig;
    }
}
