package org.traverse.api.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.traverse.api.inquiry.RunInput.Common;
import org.traverse.api.inquiry.RunInput.Former;
import org.traverse.api.inquiry.RunInput.Known;
import org.traverse.matching.facts.Person;
import org.traverse.matching.fit.Policy;

/** What was kept is read for as long as it is kept, whatever facts have come since. */
class RunInputTest {

    @Test
    void readWhatWasKeptBeforeThereWereJointMovesAndRankings() {
        var json = """
                {"works": [{"id": "00000002-0000-0000-0000-000000000001", "hoursPerWeek": 8, "from": "2026-03-02",
                  "to": "2026-04-11", "requirements": [],
                  "terms": {"place": "Gdynia", "remote": false, "zone": null, "languages": {}, "audience": [],
                    "topics": [], "unit": null}}],
                 "seats": [{"work": "00000002-0000-0000-0000-000000000001", "number": 1, "priority": 1}],
                 "taken": [],
                 "held": [{"seat": {"work": "00000002-0000-0000-0000-000000000001", "number": 1, "priority": 1},
                  "person": "00000001-0000-0000-0000-000000000001", "pinned": false}],
                 "policy": {"weights": {"required": 50, "desirable": 20, "availability": 20, "evidence": 10, "growth": 0,
                   "interest": 0, "preference": 0, "continuity": 0},
                  "monthsEvidenceIsRecent": 24, "mostHoursApart": 12, "monthsInRole": 0, "spread": 0, "stability": 3},
                 "today": "2026-03-02"}""";
        var kept = RunInputs.JSON.readValue(json, Common.class);
        var former = RunInputs.JSON.readValue(json, Former.class);

        assertThat(kept.policy()).isEqualTo(Policy.STANDARD);
        assertThat(kept.works().get(0).terms().ranked()).isEmpty();
        assertThat(former.held()).hasSize(1);
    }

    @Test
    void readWhoKeptNoJointMoves() {
        var kept = RunInputs.JSON.readValue("""
                {"person": null, "taken": [], "seats": []}""", Known.class);

        assertThat(kept.backfills()).isEmpty();
        assertThat(kept.together()).isEmpty();
    }

    @Test
    void readAPersonOfThen() {
        var kept = RunInputs.JSON.readValue("""
                {"id": "00000001-0000-0000-0000-000000000001", "skills": {}, "hoursPerWeek": 8, "commitments": [],
                 "circumstances": {"place": null, "zone": null, "languages": {}, "groups": [], "optedOut": false,
                  "inRoleSince": null, "workedFor": []},
                 "wishes": {"aims": [], "topics": [], "places": [], "mostHoursPerWeek": null}}""", Person.class);

        assertThat(kept.wishes().ranked()).isEmpty();
    }
}
