/**
 * Proposes people for many seats at once. A proposal is never more than that: people decide. The rules stand in {@code
 * StaffingConstraints}, what a run needs in {@code StaffingProblem}, what it found, and why a seat stays empty, in
 * {@code StaffingPlan}.
 */
package org.traverse.matching.staffing;
