package org.traverse.api.demo;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.traverse.api.demo.Company.ApplicationState.APPLIED;
import static org.traverse.api.demo.Company.ApplicationState.COMPLETED;
import static org.traverse.api.demo.Company.ApplicationState.OFFERED;
import static org.traverse.api.demo.Company.ApplicationState.REJECTED;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.traverse.api.demo.Company.Application;
import org.traverse.api.demo.Company.Claim;
import org.traverse.api.demo.Company.Enrolment;
import org.traverse.api.demo.Company.Gig;
import org.traverse.api.demo.Company.GigState;
import org.traverse.api.demo.Company.Learning;
import org.traverse.api.demo.Company.Person;
import org.traverse.api.demo.Company.Requirement;
import org.traverse.api.demo.Company.Role;
import org.traverse.api.demo.Company.Skill;
import org.traverse.api.demo.Company.Unit;
import org.traverse.application.RejectionCode;
import org.traverse.skillprofile.Evidence.Voucher;

class HalvarraTest {
    static final LocalDate TODAY = LocalDate.parse("2026-03-11");
    static final Company COMPANY = Halvarra.on(TODAY);

    @Nested
    class Size {
        @Test
        void isThatOfAMidSizedCompany() {
            assertThat(COMPANY.people()).hasSize(500);
            assertThat(COMPANY.roles()).hasSize(40);
            assertThat(COMPANY.gigs()).hasSize(60);
            assertThat(COMPANY.learning()).hasSize(120);
            assertThat(COMPANY.skills()).hasSizeBetween(195, 210);
            assertThat(COMPANY.units()).hasSizeBetween(27, 30);
        }

        @Test
        void hasGigsInEveryState() {
            assertThat(COMPANY.gigs().stream().collect(groupingBy(Gig::state, counting())))
                    .isEqualTo(Map.of(
                            GigState.DRAFT, 5L,
                            GigState.OPEN, 38L,
                            GigState.STAFFED, 5L,
                            GigState.RUNNING, 5L,
                            GigState.COMPLETED, 5L,
                            GigState.CANCELLED, 2L));
        }

        @Test
        void hasAnAccountOfEverybodysSkills() {
            assertThat(COMPANY.people())
                    .allSatisfy(person ->
                            assertThat(person.claims()).as(person.name()).hasSizeBetween(6, 30));
        }
    }

    @Nested
    class Sameness {
        @Test
        void isKeptForTheSameDay() {
            assertThat(Halvarra.on(TODAY)).isEqualTo(COMPANY);
        }

        @Test
        void isKeptButForDatesOnAnotherDay() {
            assertThat(undated(Halvarra.on(TODAY.plusDays(401)))).isEqualTo(undated(COMPANY));
        }

        @Test
        void movesEveryDateAlongAWeekLater() {
            var later = Halvarra.on(TODAY.plusWeeks(1));
            assertThat(later.gigs().stream().map(gig -> gig.from().minusWeeks(1)))
                    .isEqualTo(COMPANY.gigs().stream().map(Gig::from).toList());
            assertThat(later.people().stream().map(person -> person.hiredOn().minusWeeks(1)))
                    .isEqualTo(COMPANY.people().stream().map(Person::hiredOn).toList());
        }

        private Company undated(Company c) {
            var people = c.people().stream()
                    .map(p -> new Person(
                            p.key(),
                            p.user(),
                            p.name(),
                            p.email(),
                            p.unit(),
                            p.role(),
                            p.manager(),
                            TODAY,
                            p.hours(),
                            p.claims().stream()
                                    .map(claim -> new Claim(
                                            claim.skill(), claim.level(), claim.voucher(), TODAY, claim.learning()))
                                    .toList(),
                            p.enrolments().stream()
                                    .map(e -> new Enrolment(
                                            e.learning(), e.completedOn().map(on -> TODAY)))
                                    .toList(),
                            p.wants(),
                            p.optedOut()))
                    .toList();
            var gigs = c.gigs().stream()
                    .map(g -> new Gig(
                            g.title(),
                            g.state(),
                            g.unit(),
                            g.owner(),
                            g.hours(),
                            TODAY,
                            TODAY,
                            g.seats(),
                            g.requirements(),
                            g.description(),
                            g.remark(),
                            g.terms()))
                    .toList();
            return new Company(
                    c.skills(), c.roles(), c.learning(), c.units(), people, gigs, c.applications(), c.rankings());
        }
    }

    @Nested
    class References {
        final Set<String> skills = COMPANY.skills().stream().map(Skill::name).collect(toSet());
        final Set<String> roles = COMPANY.roles().stream().map(Role::title).collect(toSet());
        final Set<String> learning =
                COMPANY.learning().stream().map(Learning::title).collect(toSet());
        final Set<String> units = COMPANY.units().stream().map(Unit::name).collect(toSet());
        final Set<String> people = COMPANY.people().stream().map(Person::key).collect(toSet());
        final Set<String> gigs = COMPANY.gigs().stream().map(Gig::title).collect(toSet());

        @Test
        void toSkillsAreKept() {
            assertThat(skills)
                    .containsAll(requirements().map(Requirement::skill).toList())
                    .containsAll(COMPANY.people().stream()
                            .flatMap(person -> person.claims().stream())
                            .map(Claim::skill)
                            .toList())
                    .containsAll(COMPANY.learning().stream()
                            .flatMap(item -> item.gives().stream())
                            .map(Company.Level::skill)
                            .toList());
        }

        @Test
        void toUnitsRolesAndPeopleAreKept() {
            assertThat(COMPANY.people()).allSatisfy(person -> {
                assertThat(units).contains(person.unit());
                assertThat(roles).contains(person.role());
                person.manager().ifPresent(manager -> assertThat(people).contains(manager));
            });
            assertThat(COMPANY.units()).allSatisfy(unit -> {
                unit.parent().ifPresent(parent -> assertThat(units).contains(parent));
                assertThat(people).contains(unit.lead());
                unit.hrbp().ifPresent(hrbp -> assertThat(people).contains(hrbp));
            });
            assertThat(COMPANY.roles()).allSatisfy(role -> assertThat(roles).containsAll(role.next()));
        }

        @Test
        void toWhatIsRankedAreKept() {
            var open = COMPANY.gigs().stream()
                    .filter(gig -> gig.state() == GigState.OPEN)
                    .map(Gig::title)
                    .toList();
            assertThat(COMPANY.rankings().ofGigs()).isNotEmpty().allSatisfy((person, ranked) -> {
                assertThat(people).contains(person);
                assertThat(open).containsAll(ranked);
            });
            assertThat(COMPANY.rankings().ofPeople())
                    .isNotEmpty()
                    .allSatisfy((gig, ranked) -> assertThat(COMPANY.applications().stream()
                                    .filter(application -> application.gig().equals(gig))
                                    .filter(application -> application.state() == APPLIED)
                                    .map(Application::person))
                            .containsAll(ranked));
        }

        @Test
        void toGigsAndLearningAreKept() {
            assertThat(COMPANY.applications()).allSatisfy(application -> {
                assertThat(gigs).contains(application.gig());
                assertThat(people).contains(application.person());
            });
            assertThat(COMPANY.people().stream().flatMap(person -> person.enrolments().stream()))
                    .allSatisfy(enrolment -> assertThat(learning).contains(enrolment.learning()));
            assertThat(Table.read("applications").rows())
                    .allSatisfy(row -> assertThat(gigs).contains(row.text("gig")));
        }

        @Test
        void fromEachSkillLeadSomewhere() {
            var used = new HashSet<String>();
            requirements().map(Requirement::skill).forEach(used::add);
            COMPANY.people().forEach(person -> person.claims().forEach(claim -> used.add(claim.skill())));
            COMPANY.skills().stream()
                    .filter(skill -> !skill.inHouse())
                    .map(Skill::name)
                    .forEach(used::add);
            assertThat(used).containsAll(skills);
        }

        private Stream<Requirement> requirements() {
            return Stream.concat(
                    COMPANY.roles().stream().flatMap(role -> role.requirements().stream()),
                    COMPANY.gigs().stream().flatMap(gig -> gig.requirements().stream()));
        }
    }

    @Nested
    class Wording {
        @Test
        void neverRepeatsItself() {
            assertThat(COMPANY.skills()).extracting(Skill::name).doesNotHaveDuplicates();
            assertThat(COMPANY.people()).extracting(Person::name).doesNotHaveDuplicates();
            assertThat(COMPANY.people()).extracting(Person::email).doesNotHaveDuplicates();
            assertThat(texts(Role::title, COMPANY.roles())).doesNotHaveDuplicates();
            assertThat(titles()).doesNotHaveDuplicates();
            assertThat(prose()).doesNotHaveDuplicates();
        }

        @Test
        void startsTitlesWithACapitalAndEndsThemWithoutAFullStop() {
            assertThat(titles()).allMatch(title -> title.matches("\\p{Lu}.*[^.!? ]") && title.length() <= 60);
        }

        @Test
        void isWholeSentences() {
            assertThat(prose()).allMatch(text -> text.matches("\\p{Lu}.*[.?]") && !text.contains("  "));
            assertThat(COMPANY.gigs())
                    .allSatisfy(gig ->
                            assertThat(gig.description().split("(?<=[.?]) ")).hasSizeBetween(2, 4));
        }

        @Test
        void holdsNoPlaceholders() {
            assertThat(Stream.concat(titles().stream(), prose().stream()))
                    .noneMatch(text -> text.matches("(?i).*(lorem|ipsum|todo|tbd|xxx|\\?\\?|\\{|}|<|>|placeholder).*")
                            || text.matches(".*(Gig|Skill|Course|Role|Person) \\d+.*"));
        }

        @Test
        void usesAddressesThatNobodyOwns() {
            assertThat(COMPANY.people())
                    .allMatch(person -> person.email().matches("[a-z]+\\.[a-z]+@halvarra\\.example"));
        }

        private List<String> titles() {
            var titles = new ArrayList<>(texts(Gig::title, COMPANY.gigs()));
            titles.addAll(texts(Learning::title, COMPANY.learning()));
            titles.addAll(texts(Role::title, COMPANY.roles()));
            return titles;
        }

        private List<String> prose() {
            var prose = new ArrayList<>(texts(Gig::description, COMPANY.gigs()));
            prose.addAll(texts(Learning::description, COMPANY.learning()));
            prose.addAll(texts(Role::description, COMPANY.roles()));
            prose.addAll(texts(Gig::remark, COMPANY.gigs()));
            prose.addAll(texts(Application::words, COMPANY.applications()));
            prose.removeIf(String::isEmpty);
            return prose;
        }

        private <T> List<String> texts(Function<T, String> text, List<T> of) {
            return of.stream().map(text).toList();
        }
    }

    @Nested
    class People {
        @Test
        void haveTheLeadOfTheirUnitAsManager() {
            var leads = new HashMap<String, Unit>();
            COMPANY.units().forEach(unit -> leads.put(unit.name(), unit));
            assertThat(COMPANY.people()).allSatisfy(person -> {
                var unit = leads.get(person.unit());
                assertThat(person.manager())
                        .isEqualTo(
                                unit.lead().equals(person.key())
                                        ? unit.parent()
                                                .map(parent -> leads.get(parent).lead())
                                        : Optional.of(unit.lead()));
            });
        }

        @Test
        void canDoMostOfWhatTheirRoleAsks() {
            var roles = new HashMap<String, Role>();
            COMPANY.roles().forEach(role -> roles.put(role.title(), role));
            assertThat(COMPANY.people())
                    .allSatisfy(person -> assertThat(roles.get(person.role()).requirements().stream()
                                    .filter(Requirement::must)
                                    .filter(must -> person.level(must.skill()) >= must.level() - 1))
                            .as(person.name() + ", " + person.role())
                            .hasSizeGreaterThanOrEqualTo(2));
        }

        @Test
        void areVouchedForWithinThreeYearsAndSinceTheyWereHired() {
            assertThat(COMPANY.people())
                    .allSatisfy(person -> assertThat(person.claims()).allSatisfy(claim -> {
                        assertThat(claim.on()).isBetween(person.hiredOn(), TODAY);
                        assertThat(DAYS.between(claim.on(), TODAY)).isLessThanOrEqualTo(3 * 365);
                        assertThat(claim.learning().isPresent()).isEqualTo(claim.voucher() == Voucher.LEARNING);
                    }));
            assertThat(COMPANY.people().stream()
                            .flatMap(person -> person.claims().stream())
                            .map(Claim::voucher)
                            .collect(toSet()))
                    .contains(Voucher.SELF, Voucher.PEER, Voucher.MANAGER, Voucher.LEARNING, Voucher.GIG);
        }

        @Test
        void haveAFewHoursAWeek() {
            assertThat(COMPANY.people()).allMatch(person -> person.hours() >= 0 && person.hours() <= 16);
            assertThat(COMPANY.people().stream().filter(person -> person.hours() >= 4 && person.hours() <= 8))
                    .hasSizeGreaterThan(250);
        }

        @Test
        void sometimesSayWhatTheyWantInWordsThatAreKnownHere() {
            var skills = COMPANY.skills().stream().map(Skill::name).collect(toSet());
            var topics = COMPANY.gigs().stream()
                    .flatMap(gig -> gig.terms().topics().stream())
                    .collect(toSet());
            var wants = COMPANY.people().stream()
                    .flatMap(person -> person.wants().stream())
                    .toList();
            assertThat(wants).hasSizeBetween(60, 140).allSatisfy(wish -> {
                assertThat(skills).containsAll(wish.aims());
                assertThat(topics).containsAll(wish.topics());
            });
            assertThat(COMPANY.people().stream().filter(Person::optedOut)).hasSizeBetween(1, 12);
            assertThat(COMPANY.applications().stream()
                            .filter(application ->
                                    COMPANY.person(application.person()).optedOut()))
                    .hasSizeLessThan(5);
        }

        @Test
        void includeFourHrbpsOfWhomEachUnitHasOne() {
            var hrbps = COMPANY.units().stream()
                    .flatMap(unit -> unit.hrbp().stream())
                    .collect(toSet());
            assertThat(hrbps).hasSize(4).contains("hanna");
            assertThat(COMPANY.units().stream().filter(unit -> unit.parent().isEmpty()))
                    .allMatch(unit -> unit.hrbp().isPresent());
        }
    }

    @Nested
    class Gigs {
        static final Set<String> IMPOSSIBLE =
                Set.of("Fly the northern lines with a drone", "Hedge the weather with code");

        @Test
        void canBeDoneBySomebodyButForTwo() {
            assertThat(COMPANY.gigs().stream()
                            .filter(gig -> COMPANY.people().stream().noneMatch(gig::canTake))
                            .map(Gig::title)
                            .collect(toSet()))
                    .isEqualTo(IMPOSSIBLE);
        }

        @Test
        void haveMorePeopleThanSeats() {
            assertThat(COMPANY.gigs().stream().filter(gig -> !IMPOSSIBLE.contains(gig.title())))
                    .allSatisfy(gig -> assertThat(COMPANY.people().stream().filter(gig::canTake))
                            .as(gig.title())
                            .hasSizeGreaterThan(gig.seats()));
        }

        @Test
        void fitTheirState() {
            assertThat(COMPANY.gigs()).allSatisfy(gig -> {
                assertThat(gig.from().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                assertThat(gig.to().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
                assertThat(gig.hours()).isBetween(2, 16);
                assertThat(gig.seats()).isBetween(1, 4);
                assertThat(gig.requirements()).hasSizeBetween(2, 5);
                assertThat(gig.remark().isEmpty()).isEqualTo(gig.state() != GigState.CANCELLED);
                switch (gig.state()) {
                    case DRAFT, OPEN, STAFFED, CANCELLED ->
                        assertThat(gig.from()).isAfter(TODAY);
                    case RUNNING ->
                        assertThat(TODAY).isBetween(gig.from(), gig.to().minusDays(7));
                    case COMPLETED -> assertThat(gig.to()).isBetween(TODAY.plusDays(7), TODAY.plusDays(13));
                }
            });
        }

        @Test
        void haveTheirSeatsTakenByThoseTheyTook() {
            assertThat(COMPANY.gigs()).allSatisfy(gig -> {
                long taken = of(gig).filter(a -> a.state().takesSeat()).count();
                switch (gig.state()) {
                    case DRAFT, CANCELLED -> assertThat(taken).isZero();
                    case OPEN -> assertThat(taken).as(gig.title()).isLessThan(gig.seats());
                    case STAFFED, RUNNING, COMPLETED ->
                        assertThat(taken).as(gig.title()).isEqualTo(gig.seats());
                }
            });
        }

        @Test
        void asksForAtLeastOneMustEach() {
            assertThat(COMPANY.gigs())
                    .allMatch(gig -> gig.requirements().stream().anyMatch(Requirement::must));
        }
    }

    @Nested
    class Applications {
        @Test
        void areOneOfAPersonAndAGig() {
            assertThat(COMPANY.applications().stream().map(a -> a.gig() + "/" + a.person()))
                    .doesNotHaveDuplicates();
        }

        @Test
        void thatTookASeatFitTheWeek() {
            var hours = new HashMap<String, Integer>();
            COMPANY.applications().stream()
                    .filter(a -> a.state().takesSeat())
                    .forEach(a -> hours.merge(a.person(), gig(a).hours(), Integer::sum));
            assertThat(hours)
                    .allSatisfy((person, taken) -> assertThat(taken)
                            .isLessThanOrEqualTo(COMPANY.person(person).hours()));
        }

        @Test
        void thatWereRejectedSayWhy() {
            assertThat(COMPANY.applications().stream().filter(a -> a.state() == REJECTED))
                    .hasSizeGreaterThan(10)
                    .allMatch(a -> a.code().isPresent() && a.words().length() > 40);
        }

        @Test
        void rejectedForAMissingSkillOrHoursTellTheTruth() {
            assertThat(COMPANY.applications().stream()
                            .filter(a -> a.code().equals(Optional.of(RejectionCode.REQUIRED_SKILL_MISSING))))
                    .isNotEmpty()
                    .noneMatch(a -> gig(a).qualifies(COMPANY.person(a.person())));
            assertThat(COMPANY.applications().stream()
                            .filter(a -> a.code().equals(Optional.of(RejectionCode.HOURS_DO_NOT_FIT))))
                    .isNotEmpty()
                    .noneMatch(a -> gig(a).hours() <= COMPANY.person(a.person()).hours());
        }

        @Test
        void thatEndedWellCarryFeedback() {
            assertThat(COMPANY.applications().stream().filter(a -> a.state() == COMPLETED))
                    .hasSize(7)
                    .allMatch(a -> a.words().length() > 40);
        }

        @Test
        void areSpreadOverManyPeople() {
            assertThat(COMPANY.applications().stream().collect(groupingBy(Application::person, counting())))
                    .hasSizeGreaterThan(100)
                    .allSatisfy((person, count) -> assertThat(count).as(person).isLessThanOrEqualTo(4));
        }
    }

    @Nested
    class Personas {
        @Test
        void signInAndWorkWhereTheTourExpectsThem() {
            assertThat(COMPANY.people().stream().flatMap(person -> person.user().stream()))
                    .containsExactlyInAnyOrder("ewa", "marc", "hanna", "ada");
            assertThat(COMPANY.person("ada").unit()).isEqualTo("Workplace and Service Desk");
            assertThat(COMPANY.units().stream().filter(unit -> unit.lead().equals("marc")))
                    .hasSize(1);
        }

        @Test
        void ewaCouldTakeFiveOpenGigsAndNearlyTakesSomeMore() {
            var ewa = COMPANY.person("ewa");
            var open = COMPANY.gigs().stream()
                    .filter(gig -> gig.state() == GigState.OPEN)
                    .toList();
            assertThat(ewa.hours()).isEqualTo(8);
            assertThat(open.stream().filter(gig -> gig.canTake(ewa))).hasSizeGreaterThanOrEqualTo(5);
            assertThat(open.stream()
                            .filter(gig -> !gig.canTake(ewa))
                            .filter(gig -> gig.requirements().stream()
                                            .filter(must -> must.must() && !ewa.meets(must))
                                            .count()
                                    == 1))
                    .hasSizeGreaterThanOrEqualTo(3);
        }

        @Test
        void ewaWaitsForOneAnswerOwesOneAndWasRejectedOnce() {
            assertThat(COMPANY.applications().stream()
                            .filter(a -> a.person().equals("ewa"))
                            .map(Application::state))
                    .containsExactlyInAnyOrder(APPLIED, OFFERED, REJECTED);
        }

        @Test
        void marcHasSomethingToDecideInEachOpenGig() {
            var his = COMPANY.gigs().stream()
                    .filter(gig -> gig.owner().equals("marc") && gig.state() == GigState.OPEN)
                    .toList();
            assertThat(his).hasSizeGreaterThanOrEqualTo(5).allSatisfy(gig -> {
                assertThat(of(gig)).as(gig.title()).hasSizeBetween(4, 8);
                assertThat(of(gig).filter(a -> a.state() == APPLIED)).hasSizeGreaterThanOrEqualTo(2);
            });
        }

        @Test
        void hannaIsResponsibleForEwaAndMarc() {
            assertThat(hrbpOf(COMPANY.person("ewa").unit())).isEqualTo("hanna");
            assertThat(hrbpOf(COMPANY.person("marc").unit())).isEqualTo("hanna");
        }

        private String hrbpOf(String name) {
            var unit = COMPANY.units().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findAny()
                    .orElseThrow();
            return unit.hrbp().orElseGet(() -> hrbpOf(unit.parent().orElseThrow()));
        }
    }

    private static Stream<Application> of(Gig gig) {
        return COMPANY.applications().stream().filter(a -> a.gig().equals(gig.title()));
    }

    private static Gig gig(Application application) {
        return COMPANY.gigs().stream()
                .filter(gig -> gig.title().equals(application.gig()))
                .findAny()
                .orElseThrow();
    }
}
