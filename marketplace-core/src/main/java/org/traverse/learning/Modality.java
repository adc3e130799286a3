package org.traverse.learning;

/** How one learns. */
public enum Modality {
    COURSE,
    VIDEO,
    BOOK,
    WORKSHOP,
    ON_THE_JOB,
    COACHING
}
