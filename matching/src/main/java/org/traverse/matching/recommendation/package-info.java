/**
 * What suits a person best, and who suits some work best, found by the skills they share instead of by scoring
 * everybody: an index from each skill to where it occurs gives everyone's ceiling, and only those with the highest are
 * scored. The answer is exactly that of scoring all.
 */
package org.traverse.matching.recommendation;
