package org.traverse.matching.staffing;

/** One of a pair, as the solver sees them: the other is the same with both exchanged. */
record MovesWith(Candidate one, Candidate other, boolean samePlace) {}
