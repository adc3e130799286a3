package org.traverse.matching.staffing;

import java.time.Duration;

/** A better plan than any before: when it was found, how many of the seats it fills, and its people's fits summed up. */
public record Progress(Duration elapsed, int filled, int seats, long fit) {}
