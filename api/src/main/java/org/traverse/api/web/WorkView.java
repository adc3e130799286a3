package org.traverse.api.web;

import java.time.LocalDate;

/** A gig as every page states it. Hours are hours per ISO week, dates inclusive. */
public record WorkView(
        String id,
        String kind,
        String title,
        String team,
        String owner,
        String description,
        int hoursPerWeek,
        LocalDate from,
        LocalDate to,
        int seats,
        int seatsLeft) {}
