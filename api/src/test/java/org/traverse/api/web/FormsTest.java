package org.traverse.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.traverse.Bounds;
import org.traverse.api.WholeApplication;
import org.traverse.gig.Terms;
import org.traverse.readmodel.Positions;
import org.traverse.skill.Language;
import org.traverse.skill.Language.Level;
import org.traverse.skill.SkillCommand.DefineSkill;
import org.traverse.skill.SkillId;
import org.traverse.skill.SkillKind;
import org.traverse.skill.Source;

/** What becomes of what people type, in the demo company. */
@WholeApplication
class FormsTest {
    private static final UUID UNKNOWN_SKILL = UUID.randomUUID();
    private static final String UNKNOWN = UUID.randomUUID().toString();

    @Autowired
    GigForms gigs;

    @Autowired
    SkillField skills;

    @Autowired
    CommandGateway commands;

    @Autowired
    Positions positions;

    @Test
    void aGigIsRefusedBesideTheFieldThatIsWrong() {
        assertThat(errors("50", "2199-12-31", "Talk.")).isEmpty();
        assertThat(errors("51", "2199-12-31", "Talk."))
                .containsOnly(Map.entry("seats", "Seats: a whole number from 1 to 50."));
        assertThat(errors("1", "2200-01-01", "Talk."))
                .containsOnly(Map.entry("to", "The year of the last day is 1900 to 2199, not 2200."));
        assertThat(errors("1", "2199-12-31", "Talk \b now.")).containsOnlyKeys("description");
    }

    @Test
    void termsAreReadAsPeopleWriteThem() {
        var typed = new TermsForm(" Utrecht ", "yes", "amsterdam", "german b2, en C1", "", "data, clean energy,");
        var errors = new LinkedHashMap<String, String>();
        assertThat(typed.read(errors, List.of()))
                .isEqualTo(new Terms(
                        Optional.of("Utrecht"),
                        true,
                        Optional.of("Europe/Amsterdam"),
                        List.of(new Language("de", Level.B2), new Language("en", Level.C1)),
                        List.of(),
                        List.of("data", "clean energy")));
        assertThat(errors).isEmpty();
        assertThat(errors("1", "2199-12-31", "Talk.", new TermsForm("", "", "Utrecht", "German", "x", "")))
                .containsOnly(
                        Map.entry("zone", "No time zone is called “Utrecht”. Pick one from the list."),
                        Map.entry(
                                "languages",
                                "“German” is not understood. Write a language and a level, such as German B2."),
                        Map.entry("audience", "Choose a unit from the list."));
        Several.languages(errors, "languages", "German B2, de C1, Germn B1");
        assertThat(errors.get("languages")).startsWith("“Germn B1” is not understood.");
        Several.languages(errors, "languages", "German B2, de C1");
        assertThat(errors.get("languages")).isEqualTo("German is there twice.");
        assertThat(ZoneField.suggestions("new y")).containsExactly("America/New_York");
    }

    @Test
    void whatIsTooLongOrNoTextIsSaidBesideItsField() {
        var nul = String.valueOf((char) 0);
        assertThat(errors("1", "2199-12-31", "Talk.", new TermsForm(nul, "", nul, nul, "", "data, " + nul)))
                .containsOnly(
                        Map.entry("place", "Place contains a character that is no text."),
                        Map.entry("zone", "No time zone is called “" + nul + "”. Pick one from the list."),
                        Map.entry(
                                "languages",
                                "“" + nul + "” is not understood. Write a language and a level, such as German B2."),
                        Map.entry("topics", "Topics contains a character that is no text."));
        var long81 = "x".repeat(81);
        assertThat(errors("1", "2199-12-31", "Talk.", new TermsForm(long81, "", "", "", UNKNOWN, long81)))
                .containsOnly(
                        Map.entry("place", "Place is longer than 80 characters."),
                        Map.entry("audience", "Choose a unit from the list."),
                        Map.entry("topics", "Topics is longer than 40 characters."));
        assertThat(skills.meant(nul).refusal()).startsWith("No skill is called");
    }

    @Test
    void aLongTextIsNoLanguageAndSaidSoAtOnce() {
        var errors = new LinkedHashMap<String, String>();
        var tooLong = "x" + " ".repeat(400_000) + "x";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(Several.languages(errors, "languages", tooLong))
                        .isEmpty());
        assertThat(errors).containsOnly(Map.entry("languages", "Keep it to 2,000 characters."));
        errors.clear();
        assertThat(Several.languages(errors, "languages", "northern sami\tb1"))
                .containsExactly(new Language("se", Level.B1));
    }

    /** What a program may state, a form reads as the same, and writes as it is read. */
    @Test
    void aZoneIsMeantByAnyNameOfTheDatabase() {
        var errors = new LinkedHashMap<String, String>();
        assertThat(ZoneId.getAvailableZoneIds())
                .allSatisfy(zone -> assertThat(ZoneField.meant(errors, "zone", zone))
                        .isEqualTo(Bounds.zone("zone", Optional.of(zone)))
                        .hasValue(zone));
        assertThat(errors).isEmpty();
        assertThat(ZoneField.meant(errors, "zone", "+02:00")).isEmpty();
    }

    @Test
    void aSkillIsMeantByItsNameHoweverManyContainIt() {
        var name = "r" + UUID.randomUUID();
        for (int i = 0; i < 100; i++) {
            define(i + name, SkillKind.TECHNOLOGY, Optional.empty());
        }
        var technology = define(name, SkillKind.TECHNOLOGY, Optional.of(new Source("O*NET", name + 1)));
        seen();
        assertThat(skills.meant(name.toUpperCase()).skill()).hasValue(technology.value());

        var knowledge = define(name, SkillKind.KNOWLEDGE, Optional.of(new Source("O*NET", name + 2)));
        seen();
        assertThat(skills.meant(name).skill()).isEmpty();
        assertThat(skills.meant(name).refusal())
                .isEqualTo("More than one skill has this name. Write “%s (knowledge)” or “%s (technology)”."
                        .formatted(name, name));
        assertThat(skills.meant(name + " (knowledge)").skill()).hasValue(knowledge.value());
        assertThat(skills.written(knowledge.value())).isEqualTo(name + " (knowledge)");

        var own = define(name, SkillKind.SKILL, Optional.empty());
        seen();
        assertThat(skills.meant(name).skill()).hasValue(own.value());
        assertThat(skills.meant(name + " (sport)").skill()).isEmpty();
        assertThat(skills.written(own.value())).isEqualTo(name);
        assertThat(skills.written(UNKNOWN_SKILL)).isEqualTo(UNKNOWN_SKILL.toString());
        assertThat(skills.meant(UNKNOWN_SKILL.toString()).skill()).isEmpty();
    }

    @Test
    void whatIsSuggestedIsMeantWhenItIsPicked() {
        var name = "Navigation " + UUID.randomUUID();
        define(name, SkillKind.SKILL, Optional.of(new Source("O*NET", name + 1)));
        define(name, SkillKind.KNOWLEDGE, Optional.of(new Source("O*NET", name + 2)));
        define(name + " at sea", SkillKind.SKILL, Optional.empty());
        seen();
        assertThat(skills.suggestions(name))
                .containsExactly(name + " (knowledge)", name + " (skill)", name + " at sea")
                .allSatisfy(picked -> assertThat(skills.meant(picked).skill()).isPresent());
    }

    private Map<String, String> errors(String seats, String to, String description) {
        return errors(seats, to, description, TermsForm.BLANK);
    }

    private Map<String, String> errors(String seats, String to, String description, TermsForm terms) {
        return gigs.read(
                        new GigForm.Typed(
                                "Talk",
                                description,
                                "2",
                                "2027-03-01",
                                to,
                                seats,
                                List.of("SQL"),
                                List.of("3"),
                                List.of("true")),
                        terms)
                .errors();
    }

    private SkillId define(String name, SkillKind kind, Optional<Source> source) {
        var id = SkillId.random();
        commands.sendAndWait(new DefineSkill(id, name, kind, source));
        return id;
    }

    private void seen() {
        assertThat(positions.await(positions.newest(), Duration.ofSeconds(20))).isTrue();
    }
}
