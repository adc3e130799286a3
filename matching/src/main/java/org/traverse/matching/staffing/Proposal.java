package org.traverse.matching.staffing;

import java.util.UUID;
import org.traverse.matching.fit.Fit;

/** A person for a seat, and why they fit. */
public record Proposal(SeatToFill seat, UUID person, Fit fit) {}
