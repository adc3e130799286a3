package org.traverse.api.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.traverse.api.marketplace.PersonalPreferences;
import org.traverse.api.security.Caller;
import org.traverse.preferences.PreferencesCommand.RankGigs;
import org.traverse.preferences.Statement;
import org.traverse.skill.Language;
import org.traverse.skill.SkillId;

/** What the caller says of where and how they work, what they would like, and whether they are to be matched. */
@RestController
@RequestMapping("/api/employees/me/preferences")
class PreferencesResource {
    record Aim(UUID skill, String name) {}

    /**
     * @param aims skills to use and get better at
     * @param mostHoursPerWeek of one piece of work; null when any number will do
     * @param optedOutAt since when the caller is proposed to nobody; null when they are
     */
    record MyPreferences(
            String place,
            String zone,
            List<Language> languages,
            List<Aim> aims,
            List<String> topics,
            List<String> places,
            Integer mostHoursPerWeek,
            Instant optedOutAt) {}

    /** @param aims each the id of a skill, or its exact name where only one has it */
    record NewPreferences(
            String place,
            String zone,
            List<Language> languages,
            @Size(max = Statement.MOST) List<String> aims,
            List<String> topics,
            @Size(max = Statement.MOST) List<String> places,
            @Min(1) @Max(60) Integer mostHoursPerWeek) {}

    /** @param state open, staffed, running, ended, completed or cancelled: only what is open counts */
    record RankedGig(int rank, UUID gig, String title, String state) {}

    /** @param gigs most wanted first */
    record MyRanking(List<RankedGig> gigs) {}

    /**
     * @param gigs most wanted first
     * @param from what the caller read before: where it is otherwise by now, nothing is changed. Null where that is all the
     *     same
     */
    record NewRanking(
            @NotNull @Size(max = RankGigs.MOST) List<@NotNull UUID> gigs,
            @Size(max = RankGigs.MOST) List<@NotNull UUID> from) {}

    private final PersonalPreferences preferences;
    private final Requirements names;
    private final Clock clock;

    PreferencesResource(PersonalPreferences preferences, Requirements names, Clock clock) {
        this.preferences = preferences;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    MyPreferences mine(Caller caller) {
        var found = preferences.of(caller);
        var stated = found.stated();
        Map<UUID, String> skills =
                names.of(stated.aims().stream().map(SkillId::value).toList());
        return new MyPreferences(
                stated.place().orElse(null),
                stated.zone().orElse(null),
                stated.languages(),
                stated.aims().stream()
                        .map(skill -> new Aim(skill.value(), skills.getOrDefault(skill.value(), "")))
                        .toList(),
                stated.topics(),
                stated.places(),
                stated.mostHoursPerWeek() == 0 ? null : stated.mostHoursPerWeek(),
                found.optedOutAt().orElse(null));
    }

    /** Takes the place of all that was stated before; what is left out is not stated any more. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void state(Caller caller, @Valid @RequestBody NewPreferences body) {
        preferences.state(
                caller,
                new Statement(
                        Optional.ofNullable(body.place()),
                        Optional.ofNullable(body.zone()),
                        orNone(body.languages()),
                        skills(orNone(body.aims())),
                        orNone(body.topics()),
                        orNone(body.places()),
                        body.mostHoursPerWeek() == null ? 0 : body.mostHoursPerWeek()));
    }

    /** The gigs that the caller wants most, most wanted first. Nobody else is told. */
    @GetMapping("/gigs")
    MyRanking ranking(Caller caller) {
        var ranked = new ArrayList<RankedGig>();
        for (var gig : preferences.ranked(caller)) {
            ranked.add(new RankedGig(ranked.size() + 1, gig.id(), gig.title(), gig.phase(LocalDate.now(clock))));
        }
        return new MyRanking(ranked);
    }

    /** Takes the place of what was ranked before. Plans heed it, as far as the company's policy gives points for it. */
    @PutMapping("/gigs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rank(Caller caller, @Valid @RequestBody NewRanking body) {
        preferences.rank(caller, body.gigs(), Optional.ofNullable(body.from()));
    }

    /** From now on the caller is in no list of candidates, no count of them and no plan. They still see and apply for work. */
    @PostMapping("/opt-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void optOut(Caller caller) {
        preferences.optOut(caller);
    }

    @PostMapping("/opt-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void optIn(Caller caller) {
        preferences.optIn(caller);
    }

    private List<SkillId> skills(List<String> aims) {
        var skills = new ArrayList<SkillId>();
        for (int i = 0; i < aims.size(); i++) {
            skills.add(names.skill(aims.get(i), "aims[%d]".formatted(i)));
        }
        return skills;
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
