package org.traverse.api.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.traverse.api.marketplace.Rank;
import org.traverse.api.security.Caller.Role;
import org.traverse.matching.fit.Policy;
import org.traverse.matching.fit.Weights;

/** Pages as they look on a good day, an empty day and a bad day. */
final class Samples {
    private static final LocalDate START = LocalDate.parse("2026-01-12");

    private Samples() {}

    static Map<String, Map<String, Object>> pages() {
        var pages = new LinkedHashMap<String, Map<String, Object>>();
        login(pages);
        employee(pages);
        manager(pages);
        hrbp(pages);
        admin(pages);
        readModels(pages);
        return pages;
    }

    private static void login(Map<String, Map<String, Object>> pages) {
        var demo = List.of(
                new LoginView.Demo("ewa", "demo", "Employee"),
                new LoginView.Demo("marc", "demo", "Manager"),
                new LoginView.Demo("hanna", "demo", "HR business partner"),
                new LoginView.Demo("ada", "demo", "Administrator"));
        pages.put("login", page(Shell.anonymous("t"), "view", new LoginView(false, false, demo, Map.of())));
        pages.put("login-failed", page(Shell.anonymous("t"), "view", new LoginView(true, false, demo, Map.of())));
        pages.put(
                "login-company",
                page(
                        Shell.anonymous("t"),
                        "view",
                        new LoginView(false, true, List.of(), Map.of("Example Corp", "/oauth2/authorization/c"))));
        pages.put(
                "login-administrator",
                page(Shell.anonymous("t"), "view", new LoginView(false, false, demo.subList(3, 4), Map.of())));
        for (int status : new int[] {403, 404, 500}) {
            pages.put("error-" + status, page(ewa(), "status", status));
        }
        pages.put("unlinked", page(new Shell("jo@example.org", Set.of(), "t", "", ""), "none", 0));
        pages.put("matching", page(ewa(), "none", 0));
    }

    private static void employee(Map<String, Map<String, Object>> pages) {
        var cards = List.of(
                card("Streaming ingestion for meter readings", "Grid Data Platform", 8, strong(), ""),
                card("Data quality checks for billing", "Finance Engineering", 4, strong(), "Applied"),
                card("Self-service dashboards for field crews", "Field Operations", 6, good(), ""),
                card("Migration of the outage map", "Customer Web", 12, good(), ""),
                card("Carbon reporting prototype", "Sustainability", 6, stretch(), ""),
                card("Fraud model review", "Customer Analytics", 10, stretch(), ""));
        var facets = List.of(
                new OpportunitiesView.Facet(
                        "band",
                        "Match",
                        List.of(
                                new OpportunitiesView.Option("strong", "Strong, 80 and more", 2, false),
                                new OpportunitiesView.Option("good", "Good, 60 to 79", 2, false),
                                new OpportunitiesView.Option("stretch", "Stretch, below 60", 2, false))),
                new OpportunitiesView.Facet(
                        "musts",
                        "Must-haves",
                        List.of(
                                new OpportunitiesView.Option("met", "All met", 4, false),
                                new OpportunitiesView.Option("unmet", "Some missing", 2, false))),
                new OpportunitiesView.Facet(
                        "hours",
                        "Hours a week",
                        List.of(
                                new OpportunitiesView.Option("4", "Up to 4", 1, false),
                                new OpportunitiesView.Option("8", "5 to 8", 3, false),
                                new OpportunitiesView.Option("16", "9 to 16", 2, false))));
        var open = new OpportunitiesView.Open(
                cards.get(0).work(), strong(), Optional.empty(), false, Optional.empty(), false);
        var applied = new OpportunitiesView.Open(
                cards.get(1).work(), strong(), Optional.of(waiting()), false, Optional.of(new Rank(2, 3)), false);
        var missing = new OpportunitiesView.Open(
                cards.get(4).work(), stretch(), Optional.empty(), false, Optional.of(new Rank(1, 3)), false);
        pages.put(
                "opportunities",
                page(ewa(), "view", new OpportunitiesView("", facets, cards, 6, Optional.of(open), false)));
        pages.put(
                "opportunities-open",
                page(ewa(), "view", new OpportunitiesView("", facets, cards, 6, Optional.of(open), true)));
        pages.put(
                "opportunities-applied",
                page(ewa(), "view", new OpportunitiesView("", facets, cards, 6, Optional.of(applied), true)));
        pages.put(
                "opportunities-missing",
                page(ewa(), "view", new OpportunitiesView("", facets, cards, 6, Optional.of(missing), true)));
        pages.put(
                "opportunities-gone",
                page(ewa(), "view", new OpportunitiesView("", facets, cards, 6, Optional.empty(), true)));
        pages.put(
                "opportunities-none",
                page(ewa(), "view", new OpportunitiesView("zzz", facets, List.of(), 6, Optional.empty(), false)));

        pages.put(
                "applications",
                page(ewa(), "view", new ApplicationsView(List.of(offered(), waiting(), placed(), rejected()))));
        pages.put("applications-none", page(ewa(), "view", new ApplicationsView(List.of())));

        var rows = List.of(
                new SkillsView.Row(
                        "Apache Kafka",
                        4,
                        List.of(
                                new SkillsView.Proof(
                                        "briefcase",
                                        "Completed gig: Event bus for outages",
                                        4,
                                        LocalDate.parse("2025-06-30"),
                                        false),
                                new SkillsView.Proof(
                                        "user", "Your own word", 3, LocalDate.parse("2025-01-14"), false))),
                new SkillsView.Row(
                        "Data modelling",
                        3,
                        List.of(new SkillsView.Proof(
                                "school",
                                "Completed learning: Modelling with dimensions",
                                3,
                                LocalDate.parse("2025-03-02"),
                                false))),
                new SkillsView.Row(
                        "Stakeholder communication",
                        2,
                        List.of(new SkillsView.Proof(
                                "user", "Your own word", 2, LocalDate.parse("2024-11-20"), true))));
        preferences(pages);
        pages.put("skills", page(ewa(), "view", new SkillsView(rows, new SkillsView.Claim("", ""), Map.of())));
        pages.put(
                "skills-refused",
                page(
                        ewa(),
                        "view",
                        new SkillsView(
                                rows,
                                new SkillsView.Claim("Kafkaesque", ""),
                                Map.of(
                                        "skill",
                                        "No skill has this name. Pick one from the list.",
                                        "level",
                                        "Choose a level."))));
        pages.put(
                "skills-none", page(ewa(), "view", new SkillsView(List.of(), new SkillsView.Claim("", ""), Map.of())));

        var choices = List.of(
                new CareerView.Choice("r1", "Lead Data Engineer", "Data and analytics", true, true),
                new CareerView.Choice("r2", "Data Architect", "Data and analytics", true, true),
                new CareerView.Choice("r3", "Database Architects", "15-1243.00", true, true),
                new CareerView.Choice("r4", "Data Entry Keyers", "", false, true));
        var gaps = List.of(
                new CareerView.Row(
                        "Stream processing",
                        4,
                        2,
                        true,
                        List.of(
                                new CareerView.Course(
                                        "l1",
                                        "Stateful streams in practice",
                                        "Engineering Guild",
                                        "Workshop",
                                        16,
                                        4,
                                        "rec",
                                        "none"),
                                new CareerView.Course(
                                        "l2",
                                        "Streams from the ground up",
                                        "Learning Hub",
                                        "Course",
                                        12,
                                        3,
                                        "rec",
                                        "enrolled"))),
                new CareerView.Row(
                        "Mentoring",
                        3,
                        0,
                        true,
                        List.of(new CareerView.Course(
                                "l3", "Mentor training", "People & Culture", "Coaching", 6, 3, "rec", "completed"))),
                new CareerView.Row("Budget planning", 2, 1, false, List.of()),
                new CareerView.Row("Apache Kafka", 4, 4, true, List.of()),
                new CareerView.Row("Data modelling", 3, 3, true, List.of()));
        var target = new CareerView.Target(
                "r1",
                "Lead Data Engineer",
                "Data and analytics",
                "Leads a team that builds and runs the company's data pipelines, hands-on and answerable for the architecture.",
                true,
                true,
                gaps);
        pages.put("career", page(ewa(), "view", new CareerView("", choices, 1056, Optional.of(target))));
        var studies = new LearningPlanView.Plan(
                List.of(
                        new LearningPlanView.Step(
                                "Streams from the ground up",
                                Optional.empty(),
                                "Learning Hub · Course · 12 h · free",
                                "2 Mar – 29 Mar 2026",
                                "Stream processing"),
                        new LearningPlanView.Step(
                                "Try stream processing on transformer temperatures",
                                Optional.of("/opportunities/g1"),
                                "2 h a week · 8 h in all",
                                "16 Mar – 10 Apr 2026",
                                "Stream processing, Data modelling"),
                        new LearningPlanView.Step(
                                "Mentor training",
                                Optional.empty(),
                                "People & Culture · Coaching · 6 h · EUR 120.00",
                                "23 Mar – 5 Apr 2026",
                                "Mentoring")),
                List.of(
                        new LearningPlanView.Skill("Stream processing", true, 2, 4, 3),
                        new LearningPlanView.Skill("Mentoring", true, 0, 3, 3),
                        new LearningPlanView.Skill("Data modelling", false, 1, 2, 2)),
                26,
                "EUR 120.00",
                "10 Apr 2026",
                2,
                false,
                new LearningPlanView.Proof(true, 0, false));
        pages.put("learning-plan", plan(Map.of(), Optional.of(studies)));
        pages.put(
                "learning-plan-refused",
                plan(Map.of("hours", "Say a number of hours from 1 to 40."), Optional.empty()));
        var proof = studies.proof();
        pages.put(
                "learning-plan-none",
                plan(
                        Map.of(),
                        Optional.of(new LearningPlanView.Plan(List.of(), List.of(), 0, "free", "", 0, false, proof))));
        pages.put(
                "learning-plan-unproven",
                plan(
                        Map.of(),
                        Optional.of(new LearningPlanView.Plan(
                                studies.steps(),
                                studies.skills(),
                                26,
                                "free",
                                "10 Apr 2026",
                                0,
                                false,
                                new LearningPlanView.Proof(false, 2.5, true)))));
        pages.put("learning-plan-nothing-fits", plan(List.of(), studies.skills(), true));
        pages.put("learning-plan-nothing-free", plan(List.of(), studies.skills(), false));
        pages.put("learning-plan-musts-left", plan(studies.steps(), studies.skills(), true));
        careerPaths(pages);
        pages.put("career-none", page(ewa(), "view", new CareerView("zz", List.of(), 0, Optional.empty())));
        pages.put(
                "career-unknown",
                page(
                        ewa(),
                        "view",
                        new CareerView(
                                "data",
                                choices,
                                4,
                                Optional.of(new CareerView.Target(
                                        "r4",
                                        "Data Entry Keyers",
                                        "",
                                        "Operate data entry devices.",
                                        false,
                                        true,
                                        List.of())))));
    }

    private static void careerPaths(Map<String, Map<String, Object>> pages) {
        var planner = new CareerPathsView.Step(
                "r5",
                "Data Engineer",
                "Data and analytics",
                64,
                "6 weeks",
                List.of(
                        new FitView.Need("Stream processing", 3, true, 1),
                        new FitView.Need("Data modelling", 3, false, 2),
                        new FitView.Need("Mentoring", 2, false, 0)),
                List.of(new CareerPathsView.Course("Streams from the ground up", "Learning Hub", 12, "free")),
                40,
                70,
                12);
        var lead = new CareerPathsView.Step(
                "r1", "Lead Data Engineer", "", 91, "12 months", List.of(), List.of(), 0, 40, 0);
        var straight = new CareerPathsView.Path(List.of(lead), "now", 0, "free", "EUR 1,600");
        var over = new CareerPathsView.Path(List.of(planner, lead), "13 months", 52, "EUR 120", "EUR 5,200");
        pages.put("career-paths", paths("fastest", new CareerPathsView.Paths(List.of(straight, over), true, true)));
        pages.put(
                "career-paths-similar",
                paths("most-travelled", new CareerPathsView.Paths(List.of(over), false, false)));
        pages.put(
                "career-paths-too-far",
                paths(
                        "cheapest",
                        new CareerPathsView.NoPath(true, Optional.of("Data Engineer"), 34, planner.missing())));
        pages.put(
                "career-paths-nowhere",
                paths("cheapest", new CareerPathsView.NoPath(false, Optional.empty(), 3, planner.missing())));
        pages.put("career-paths-met", paths("fastest", new CareerPathsView.AlreadyMet()));
        pages.put("career-paths-unknown", paths("fastest", new CareerPathsView.RequirementsUnknown()));
        pages.put("career-paths-refused", paths("fastest", new CareerPathsView.Refused()));
    }

    private static Map<String, Object> paths(String aim, CareerPathsView.Outcome outcome) {
        var errors = outcome instanceof CareerPathsView.Refused
                ? Map.of("hours", "Say a number of hours from 1 to 40.")
                : Map.<String, String>of();
        var form = new CareerPathsView.Form(aim, "4", errors);
        var assumed = List.of("You stay in a role for 12 months before the next, and study beside it.");
        return page(ewa(), "view", new CareerPathsView("r1", "Lead Data Engineer", true, form, outcome, assumed));
    }

    private static Map<String, Object> plan(
            List<LearningPlanView.Step> steps, List<LearningPlanView.Skill> skills, boolean leavesGigsOut) {
        var proof = new LearningPlanView.Proof(true, 0, false);
        var way = new LearningPlanView.Way("opportunity", "/opportunities/g2", true);
        return plan(
                way,
                Map.of(),
                Optional.of(
                        new LearningPlanView.Plan(steps, skills, 0, "free", "10 Apr 2026", 1, leavesGigsOut, proof)));
    }

    private static Map<String, Object> plan(Map<String, String> errors, Optional<LearningPlanView.Plan> plan) {
        return plan(new LearningPlanView.Way("role", "/career?role=r1", true), errors, plan);
    }

    private static Map<String, Object> plan(
            LearningPlanView.Way way, Map<String, String> errors, Optional<LearningPlanView.Plan> plan) {
        var form = new LearningPlanView.Form("3", "2026-08-31", "500", false, "EUR", errors);
        var page = new java.util.HashMap<>(
                page(ewa(), "view", new LearningPlanView("r1", "Lead Data Engineer", way, form, plan)));
        page.put("today", "2026-03-02");
        return page;
    }

    private static void manager(Map<String, Map<String, Object>> pages) {
        var postings = List.of(
                new PostingsView.Posting(
                        work("Streaming ingestion for meter readings", "Grid Data Platform", 8),
                        "Open",
                        "live",
                        1,
                        3,
                        "answer due 14 Jan 2026",
                        false),
                new PostingsView.Posting(
                        work("Alert rules for substations", "Grid Data Platform", 6),
                        "Open",
                        "live",
                        0,
                        1,
                        "answer was due 2 Jan 2026",
                        true),
                new PostingsView.Posting(
                        work("Load forecast review", "Grid Data Platform", 4), "Draft", "", 0, 0, "", false),
                new PostingsView.Posting(
                        work("Sensor catalogue clean-up", "Grid Data Platform", 4), "Completed", "", 2, 0, "", false));
        var seats = List.of(
                new GigView.Seat(
                        "s1",
                        "Priya Raghunathan",
                        "g1",
                        "Sensor catalogue clean-up",
                        START,
                        START.plusDays(54),
                        false,
                        true),
                new GigView.Seat(
                        "s2",
                        "Tomasz Wójcik",
                        "g1",
                        "Sensor catalogue clean-up",
                        START,
                        START.plusDays(54),
                        true,
                        true));
        pages.put("postings", page(marc(), "view", new PostingsView(postings, seats.subList(0, 1))));
        pages.put("postings-none", page(marc(), "view", new PostingsView(List.of(), List.of())));

        pages.put("posting-form", form(GigForm.blank(START)));
        var errors = new LinkedHashMap<String, String>();
        errors.put("title", "Give it a title.");
        errors.put("to", "The last day lies before the first.");
        errors.put("skill-1", "No skill is called “Kubernetis”. Pick one from the list.");
        errors.put("zone", "No time zone is called “Amsterdm”. Pick one from the list.");
        pages.put(
                "posting-form-refused",
                form(new GigForm(
                        "",
                        "Move the nightly batch to a stream.",
                        "8",
                        "2026-01-12",
                        "2026-01-02",
                        "1",
                        List.of(new GigForm.Row("Apache Kafka", "3", true), new GigForm.Row("Kubernetis", "2", false)),
                        new TermsForm("Utrecht", "yes", "Amsterdm", "German B2", "u2", "metering"),
                        errors)));

        var candidates = List.of(
                candidate(
                        "e1",
                        "Ewa Nowak",
                        "Data Engineer",
                        "Customer Analytics",
                        strong(),
                        "applied",
                        "a1",
                        "Applied 3 Jan 2026, answer due 14 Jan 2026",
                        "I built the outage event bus and would like to go deeper into stateful streams."),
                candidate(
                        "e2",
                        "Jonas Bergström",
                        "Software Engineer",
                        "Customer Web",
                        good(),
                        "applied",
                        "a2",
                        "Applied 4 Jan 2026, answer due 15 Jan 2026",
                        ""),
                candidate(
                        "e3",
                        "Amara Okafor",
                        "Backend Developer",
                        "Billing",
                        good(),
                        "offered",
                        "a3",
                        "Offered 5 Jan 2026, their answer is due 12 Jan 2026",
                        ""),
                candidate(
                        "e4",
                        "Linh Trần",
                        "Data Analyst",
                        "Finance",
                        stretch(),
                        "rejected",
                        "a4",
                        "Rejected: a required skill is missing",
                        ""),
                candidate(
                        "e5",
                        "Mateus Oliveira",
                        "Platform Engineer",
                        "Cloud Foundations",
                        strong(),
                        "none",
                        "",
                        "",
                        ""),
                candidate("e6", "Siobhán Byrne", "Data Engineer", "Grid Operations", good(), "none", "", "", ""));
        var gig = new GigView(
                work("Streaming ingestion for meter readings", "Grid Data Platform", 8),
                "Open",
                "live",
                false,
                true,
                List.of(
                        new GigView.Requirement("Apache Kafka", 3, true),
                        new GigView.Requirement("Java", 4, true),
                        new GigView.Requirement("Stream processing", 3, false),
                        new GigView.Requirement("Observability", 0, false)),
                candidates,
                31,
                seats,
                ranking("/postings/g1/ranking/", "Ewa Nowak", "Mateus Oliveira", "Somebody Out"),
                Set.of());
        pages.put("posting", page(marc(), "view", gig));
        pages.put(
                "posting-compared",
                page(
                        marc(),
                        "view",
                        new GigView(
                                gig.work(),
                                "Open",
                                "live",
                                false,
                                true,
                                gig.requirements(),
                                candidates,
                                31,
                                List.of(),
                                ranking("", "Ewa Nowak"),
                                Set.of("e1", "e2", "e5"))));
        pages.put(
                "posting-draft",
                page(
                        marc(),
                        "view",
                        new GigView(
                                gig.work(),
                                "Draft",
                                "",
                                true,
                                false,
                                gig.requirements(),
                                List.of(),
                                0,
                                List.of(),
                                ranking(""),
                                Set.of())));
    }

    private static void hrbp(Map<String, Map<String, Object>> pages) {
        var units = List.of(
                new PlansView.Unit("u1", "Engineering", 0, 212, 41, true),
                new PlansView.Unit("u2", "Grid Data Platform", 1, 38, 12, true),
                new PlansView.Unit("u3", "Customer Web", 1, 44, 9, false),
                new PlansView.Unit("u4", "Finance", 0, 51, 6, false));
        var lines = List.of(
                new PlansView.Line(
                        "p1", "Spring redeployment", "Engineering, Finance", "Running", "wait", "–", "8 Jan 2026"),
                new PlansView.Line(
                        "p2",
                        "Winter staffing",
                        "Engineering",
                        "Result ready",
                        "live",
                        "28 of 31 seats, 9 adopted",
                        "2 Dec 2025"));
        pages.put("plans", page(hanna(), "view", new PlansView(lines, units, "", Map.of())));
        pages.put(
                "plans-refused",
                page(
                        hanna(),
                        "view",
                        new PlansView(
                                List.of(),
                                units,
                                "",
                                Map.of("name", "Give the plan a name.", "orgUnits", "Choose at least one org unit."))));
        var progress = new PlanView.Progress(26, 31, 74, 6120);
        pages.put(
                "plan-new",
                page(
                        hanna(),
                        "view",
                        plan(PlanView.State.NEW, new PlanView.Progress(0, 31, 0, 0), List.of(), List.of())));
        pages.put("plan-running", page(hanna(), "view", plan(PlanView.State.RUNNING, progress, List.of(), List.of())));
        var proposals = List.of(
                proposal(
                        "Ewa Nowak",
                        "Data Engineer",
                        "Streaming ingestion for meter readings",
                        strong(),
                        "proposed",
                        ""),
                proposal(
                        "Amara Okafor", "Backend Developer", "Data quality checks for billing", good(), "proposed", ""),
                proposal("Jonas Bergström", "Software Engineer", "Migration of the outage map", good(), "adopted", ""),
                proposal(
                        "Linh Trần",
                        "Data Analyst",
                        "Carbon reporting prototype",
                        stretch(),
                        "refused",
                        "Already has an application for this gig."));
        var empties = List.of(
                new PlanView.Empty(
                        work("Fraud model review", "Customer Analytics", 10),
                        2,
                        "Nobody in these units meets the must-have Machine learning at Proficient (4)."),
                new PlanView.Empty(
                        work("Alert rules for substations", "Grid Data Platform", 6),
                        1,
                        "The four people who could do it are placed where they fit better, or have fewer than 6 free hours a week."));
        pages.put(
                "plan-done",
                page(
                        hanna(),
                        "view",
                        plan(PlanView.State.DONE, new PlanView.Progress(28, 31, 78, 30480), proposals, empties)));
    }

    private static void admin(Map<String, Map<String, Object>> pages) {
        var faults = List.of(
                new ImportsView.Fault("Skills.txt", 1204, "The element 2.A.1.z is not in Content Model Reference.txt."),
                new ImportsView.Fault("Knowledge.txt", 0, "The table is missing."));
        var lines = List.of(
                new ImportsView.Line(
                        "i1", "db_29_2_text.zip", "Under way", "wait", 612, 1143, "8 Jan 2026, 09:14 UTC", ""),
                new ImportsView.Line(
                        "i2", "db_29_1_text.zip", "Done", "live", 1143, 1143, "2 Dec 2025, 15:40 UTC", ""));
        pages.put("imports", page(ada(), "view", new ImportsView(lines, "", List.of())));
        var parked = List.of(
                new ParkedEventsView.Line(
                        "e1",
                        "gig-board",
                        "gig.published/1",
                        "0d4c6d1e-64a4-4c39-8f2b-6c1a4e6c6a11",
                        3,
                        "8 Jan 2026, 09:14 UTC",
                        "Tried 4 times, the last on 8 Jan 2026, 09:16 UTC",
                        "PostgreSQL 23514 (gig, gig_seats_check) in GigBoard.java:131",
                        12),
                new ParkedEventsView.Line(
                        "e2",
                        "seat-taking",
                        "application.offer-accepted/1",
                        "77f0f4ac-51b5-4a63-93c8-2e9a9b6e2c55",
                        9,
                        "8 Jan 2026, 09:20 UTC",
                        "",
                        "",
                        0));
        var dropped = List.of(new ParkedEventsView.Dropped(
                "people-search",
                "employee.hired/1",
                "1f6a3d7a-0c5f-4e0a-9a44-0a4f4f8a7b10",
                0,
                "7 Jan 2026, 16:02 UTC",
                "ada",
                "Hired twice by mistake; the other record is the right one."));
        pages.put(
                "parked-events",
                page(
                        ada(),
                        "view",
                        new ParkedEventsView(
                                parked,
                                2,
                                List.of(
                                        new ParkedEventsView.Group("gig-board", 13),
                                        new ParkedEventsView.Group("seat-taking", 1)),
                                dropped)));
        pages.put("parked-events-none", page(ada(), "view", new ParkedEventsView(List.of(), 0, List.of(), List.of())));
        pages.put(
                "imports-refused",
                page(ada(), "view", new ImportsView(List.of(), "The archive has mistakes:", faults)));
    }

    private static void readModels(Map<String, Map<String, Object>> pages) {
        var lines = List.of(
                new ReadModelsView.Line("gig-board", "Gig board", "Up to date", "", "", 0, 0, ""),
                new ReadModelsView.Line(
                        "directory",
                        "Directory",
                        "2 seconds behind",
                        "Rebuilding",
                        "wait",
                        61_200,
                        200_000,
                        "about 2 minutes left"),
                new ReadModelsView.Line(
                        "people-search", "People search", "Up to date", "Rebuilt", "live", 200_000, 200_000, ""));
        pages.put("read-models", page(ada(), "view", new ReadModelsView(lines)));
    }

    private static void preferences(Map<String, Map<String, Object>> pages) {
        var typed = new PreferencesView.Typed(
                "Utrecht",
                "Europe/Amsterdam",
                "English C1, Polish C2",
                List.of("Apache Kafka", "Presenting"),
                "smart meters, data",
                "Utrecht",
                "8");
        var nothing = new PreferencesView.Typed("", "", "", List.of(), "", "", "");
        var counts = new Policy(new Weights(45, 15, 15, 10, 5, 5, 5, 0), 24, 6, 0, 0, 3);
        var places = List.of("Utrecht", "Łódź");
        var ranked = ranking("/preferences/gigs/", "Streaming ingestion", "Outage map", "Carbon reporting");
        pages.put(
                "preferences",
                page(ewa(), "view", new PreferencesView(typed, ranked, places, "data", "", counts, Map.of())));
        pages.put(
                "preferences-none",
                page(
                        ewa(),
                        "view",
                        new PreferencesView(nothing, ranking(""), List.of(), "", "", Policy.STANDARD, Map.of())));
        var errors = Map.of(
                "zone", "No time zone is called “Utrecht”. Pick one from the list.",
                "skill-1", "No skill is called “Presentig”. Pick one from the list.",
                "languages", "“Polish” is not understood. Write a language and a level, such as German B2.",
                "hours", "A whole number from 1 to 60, or nothing.");
        pages.put(
                "preferences-refused",
                page(ewa(), "view", new PreferencesView(typed, ranked, places, "data", "12 Jan 2026", counts, errors)));
    }

    /** The last counts for nothing any more. */
    private static RankingView ranking(String action, String... titles) {
        return new RankingView(
                action,
                IntStream.range(0, titles.length)
                        .mapToObj(i -> new RankingView.Line(
                                new UUID(0, i),
                                titles[i],
                                i < 2 ? "/opportunities/r" + i : "",
                                "Grid Data Platform · 8 h a week",
                                i < 2 ? "" : "Seeks nobody any more"))
                        .toList());
    }

    private static Map<String, Object> form(GigForm form) {
        return Map.of(
                "shell",
                marc(),
                "form",
                form,
                "today",
                "2026-01-08",
                "units",
                List.of(new TermsForm.Unit("u1", "Grid Operations"), new TermsForm.Unit("u2", "Customer Web")),
                "places",
                List.of("Utrecht", "Łódź"));
    }

    private static PlanView plan(
            PlanView.State state,
            PlanView.Progress progress,
            List<PlanView.Proposal> proposals,
            List<PlanView.Empty> empties) {
        return new PlanView(
                "p1",
                "Spring redeployment",
                List.of("Engineering", "Finance"),
                state,
                263,
                progress,
                proposals,
                empties,
                "",
                false,
                proposals.isEmpty()
                        ? List.of()
                        : List.of(
                                new PlanView.Decision(
                                        "Ewa Nowak stays with Streaming ingestion for meter readings, while a seat of it is open and their hours allow it.",
                                        "/plans/p1"),
                                new PlanView.Decision(
                                        "Amara Okafor and Jonas Bergström both get a seat, in one place, or neither does, while both can be proposed.",
                                        "/plans/p1")));
    }

    private static PlanView.Proposal proposal(
            String person, String job, String gig, FitView fit, String standing, String outcome) {
        return new PlanView.Proposal(
                person.replace(' ', '-'),
                person,
                job,
                "Customer Analytics",
                work(gig, "Grid Data Platform", 8),
                fit.score(),
                fit.parts(),
                standing,
                outcome,
                "g1/e1",
                person.equals("Ewa Nowak"),
                false,
                person.equals("Ewa Nowak") ? Optional.of(new Rank(1, 3)) : Optional.empty());
    }

    private static GigView.Candidate candidate(
            String id,
            String name,
            String job,
            String team,
            FitView fit,
            String standing,
            String application,
            String stands,
            String note) {
        return new GigView.Candidate(
                id,
                name,
                job,
                team,
                fit,
                standing,
                application,
                stands,
                false,
                note,
                standing.equals("applied"),
                standing.equals("none"),
                true,
                id.equals("e1") ? Optional.of(new Rank(1, 3)) : Optional.empty());
    }

    private static OpportunitiesView.Card card(String title, String team, int hours, FitView fit, String standing) {
        return new OpportunitiesView.Card(work(title, team, hours), fit, standing);
    }

    private static WorkView work(String title, String team, int hours) {
        return new WorkView(
                Integer.toHexString(title.hashCode()),
                "Gig",
                title,
                team,
                "Marc de Vries",
                "Move the nightly batch of smart-meter readings to a streaming pipeline. You will pair with two platform engineers, own the schema work, and hand over a runbook at the end.",
                hours,
                START,
                START.plusDays(54),
                2,
                1,
                List.of(
                        new WorkView.Term("map-pin", "Utrecht, or from anywhere"),
                        new WorkView.Term("world", "By the clock of Amsterdam"),
                        new WorkView.Term("language", "English B2"),
                        new WorkView.Term("tag", "About metering, data")));
    }

    private static FitView strong() {
        return new FitView(
                true,
                86,
                List.of(
                        new FitView.Need("Apache Kafka", 3, true, 4),
                        new FitView.Need("Java", 4, true, 4),
                        new FitView.Need("Stream processing", 3, false, 2),
                        new FitView.Need("Observability", 0, false, 2)),
                List.of(),
                List.of(
                        new FitView.Part("Skills", 48, 55, "3 of 4 skills at or above the level asked for"),
                        new FitView.Part("Interest", 16, 20, "You asked for work with streams"),
                        new FitView.Part("Growth", 12, 15, "Builds Stream processing, which Lead Data Engineer needs"),
                        new FitView.Part("Hours", 10, 10, "8 of your 10 free hours a week")),
                List.of(new FitView.Raise(7, "Stream processing at Competent (3)", false)));
    }

    private static FitView good() {
        return new FitView(
                true,
                68,
                List.of(
                        new FitView.Need("Apache Kafka", 3, true, 3),
                        new FitView.Need("Java", 4, true, 4),
                        new FitView.Need("Stream processing", 3, false, 0),
                        new FitView.Need("Observability", 0, false, 0)),
                List.of(),
                List.of(
                        new FitView.Part("Skills", 38, 55, "2 of 4 skills at or above the level asked for"),
                        new FitView.Part("Interest", 10, 20, "Some overlap with what you asked for"),
                        new FitView.Part("Growth", 10, 15, "Builds two skills you lack"),
                        new FitView.Part("Hours", 10, 10, "Fits your free hours")),
                List.of());
    }

    private static FitView stretch() {
        return new FitView(
                false,
                41,
                List.of(
                        new FitView.Need("Apache Kafka", 3, true, 1),
                        new FitView.Need("Java", 4, true, 4),
                        new FitView.Need("Stream processing", 3, false, 0),
                        new FitView.Need("Observability", 0, false, 0)),
                List.of(),
                List.of(
                        new FitView.Part("Skills", 16, 55, "1 of 4 skills at or above the level asked for"),
                        new FitView.Part("Interest", 5, 20, "Little overlap"),
                        new FitView.Part("Growth", 15, 15, "Builds three skills you lack"),
                        new FitView.Part("Hours", 5, 10, "Takes more than half of your free hours")),
                List.of(
                        new FitView.Raise(12, "Apache Kafka at Competent (3)", false),
                        new FitView.Raise(6, "Stream processing at Competent (3)", false)));
    }

    private static ApplicationsView.Line waiting() {
        return new ApplicationsView.Line(
                "a1",
                work("Data quality checks for billing", "Finance Engineering", 4),
                ApplicationsView.State.WAITING,
                List.of(
                        new ApplicationsView.Step("Applied", "3 Jan 2026", "done"),
                        new ApplicationsView.Step("Answer", "due 14 Jan 2026", "now"),
                        new ApplicationsView.Step("Seat", "", "next"),
                        new ApplicationsView.Step("Completed", "", "next")),
                "Marc de Vries owes you an answer by 14 Jan 2026.",
                false,
                "I know the billing data well.",
                "");
    }

    private static ApplicationsView.Line offered() {
        return new ApplicationsView.Line(
                "a2",
                work("Streaming ingestion for meter readings", "Grid Data Platform", 8),
                ApplicationsView.State.OFFERED,
                List.of(
                        new ApplicationsView.Step("Applied", "2 Jan 2026", "done"),
                        new ApplicationsView.Step("Offered", "5 Jan 2026", "done"),
                        new ApplicationsView.Step("Your answer", "due 12 Jan 2026", "now"),
                        new ApplicationsView.Step("Completed", "", "next")),
                "You are offered a seat. Your answer is due by 12 Jan 2026.",
                false,
                "",
                "");
    }

    private static ApplicationsView.Line placed() {
        return new ApplicationsView.Line(
                "a3",
                work("Event bus for outages", "Grid Data Platform", 8),
                ApplicationsView.State.PLACED,
                List.of(
                        new ApplicationsView.Step("Applied", "2 Oct 2025", "done"),
                        new ApplicationsView.Step("Offered", "5 Oct 2025", "done"),
                        new ApplicationsView.Step("In the seat", "6 Oct 2025", "done"),
                        new ApplicationsView.Step("Completed", "ends 6 Mar 2026", "now")),
                "You are in. The last day is 6 Mar 2026.",
                false,
                "",
                "");
    }

    private static ApplicationsView.Line rejected() {
        return new ApplicationsView.Line(
                "a4",
                work("Fraud model review", "Customer Analytics", 10),
                ApplicationsView.State.REJECTED,
                List.of(
                        new ApplicationsView.Step("Applied", "12 Sep 2025", "done"),
                        new ApplicationsView.Step("Not chosen", "15 Sep 2025", "stop")),
                "A required skill is missing: Machine learning at Proficient (4).",
                false,
                "",
                "");
    }

    private static Map<String, Object> page(Shell shell, String name, Object view) {
        return Map.of("shell", shell, name, view);
    }

    private static Shell ewa() {
        return new Shell("Ewa Nowak", EnumSet.of(Role.EMPLOYEE), "t", "", "");
    }

    private static Shell marc() {
        return new Shell("Marc de Vries", EnumSet.of(Role.EMPLOYEE, Role.MANAGER), "t", "", "");
    }

    private static Shell hanna() {
        return new Shell("Hanna Lind", EnumSet.of(Role.EMPLOYEE, Role.HRBP), "t", "", "");
    }

    private static Shell ada() {
        return new Shell("Ada Marsh", EnumSet.of(Role.EMPLOYEE, Role.MANAGER, Role.ADMIN), "t", "Import started.", "");
    }
}
