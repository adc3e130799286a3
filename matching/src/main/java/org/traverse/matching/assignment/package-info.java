/**
 * Who takes which place, near the best that can be: people with hours by week, places that take hours in some weeks and
 * know how well each person they are open to would fit. {@code Prices} proves how good any plan can be at most, and says
 * where points are lost; {@code Annealing} and {@code Chains} look for a plan that loses few; {@code OneEach} is exact
 * where nobody can take two places. All of it is numbers and steps: the same market and steps give the same plan.
 */
package org.traverse.matching.assignment;
