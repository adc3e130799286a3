package org.traverse.application;

/** The closed list of why somebody was not chosen. */
public enum RejectionCode {
    REQUIRED_SKILL_MISSING("A required skill is missing"),
    OTHER_PERSON_CHOSEN("Somebody else was chosen"),
    HOURS_DO_NOT_FIT("The hours do not fit"),
    DATES_DO_NOT_FIT("The dates do not fit"),
    WORK_CHANGED("The work has changed or ended"),
    OTHER("Another reason");

    private final String words;

    RejectionCode(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
