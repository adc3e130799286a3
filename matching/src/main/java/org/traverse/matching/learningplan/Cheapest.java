package org.traverse.matching.learningplan;

/** What counts when two plans close as much: the hours they take, or first the money they cost and then the hours. */
public enum Cheapest {
    HOURS,
    MONEY
}
