package org.traverse.api.inquiry;

import java.util.UUID;

/**
 * One attempt at a run of a plan.
 *
 * @param number from 1; the highest counts, which began when the others were not heard of any more
 */
public record RunAttempt(UUID plan, UUID run, int number) {}
