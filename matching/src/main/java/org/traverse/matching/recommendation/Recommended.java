package org.traverse.matching.recommendation;

import java.util.UUID;
import org.traverse.matching.fit.Fit;

/** Somebody for some work, or some work for somebody: whom or what the id names, and the fit that says why. */
public record Recommended(UUID id, Fit fit) {}
