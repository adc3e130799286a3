package org.traverse;

/**
 * Understood, but not allowed now. The message names the rule and is fit for the person who asked; it may be kept for a
 * day, so it says nothing personal.
 */
public class RuleViolated extends RuntimeException {
    public RuleViolated(String rule) {
        super(rule);
    }
}
