/**
 * Why somebody is not proposed, and the smallest thing that would change it: never guessed, but found by staffing again
 * with that one fact otherwise. Says nothing about anybody else.
 */
package org.traverse.matching.counterfactual;
