/**
 * Ways from what a person can do to a role they want, over other roles.
 *
 * <p>A step leads from the person as they are, or from a role they would have by then, to a role that would take them.
 * Whoever is in a role knows what the person knows today or what that role asks for, whichever is more; what was learnt
 * for a role further back and is not asked for any more does not count, for nobody has seen it since. So what a step
 * takes depends on its two ends only, and the best ways are shortest paths.
 *
 * <p>What a must lacks is learnt before the move, from the catalogue or, where it teaches no such thing, in a stated
 * number of hours. What is only desirable is learnt in the role, in fewer hours and without fees. That is why a stop is
 * worth making: it opens roles that would not take the person today, and teaches for less than courses do what the next
 * one demands. What it costs is time: one stays for a while.
 *
 * <p>Two things keep a step plausible, see {@link org.traverse.matching.careerpath.Assumptions}: the person brings
 * enough of what the role asks for, and what is left to learn is not too much. And no stop is pointless: if the role
 * after it could be had without it, it has taught something that role asks for.
 */
package org.traverse.matching.careerpath;
