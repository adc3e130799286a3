package org.traverse.api.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.traverse.api.security.Caller.Role;
import org.traverse.learning.Modality;
import org.traverse.skill.Proficiency;

/** How pages say dates, numbers and levels. */
public final class Words {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0yyyy", Locale.ENGLISH);

    private static final Pattern ISO_DATE =
            Pattern.compile("\\b[12]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])\\b");

    private Words() {}

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Without a year that both dates share: {@code 12 Jan – 6 Mar 2026}. */
    public static String span(LocalDate from, LocalDate to) {
        var pattern = from.getYear() == to.getYear() ? "d\u00a0MMM" : "d\u00a0MMM\u00a0yyyy";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(from) + " – " + date(to);
    }

    /** Whole weeks, rounded up, as a person would say it. */
    public static String weeks(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return count((days + 6) / 7, "week");
    }

    /** A sentence whose dates are ISO's, with dates as pages write them. */
    static String readable(String sentence) {
        return ISO_DATE.matcher(sentence).replaceAll(found -> date(LocalDate.parse(found.group())));
    }

    public static String count(long n, String noun) {
        return number(n) + " " + (n == 1 ? noun : noun + "s");
    }

    public static String number(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    /** {@code Competent (3)}; a requirement without a level takes any. */
    public static String level(int level) {
        return level == 0 ? "any level" : Proficiency.of(level).stage() + " (" + level + ")";
    }

    /** What a person has, where 0 is nothing on the profile. */
    public static String held(int level) {
        return level == 0 ? "not on the profile" : level(level);
    }

    /** Both sides of a requirement, to the person it is about. */
    public static String needAndHave(int need, int have) {
        return "needs " + level(need) + (have == 0 ? ", not on your profile yet" : ", you have " + level(have));
    }

    /** {@code both must-haves}, {@code all 3 must-haves}. */
    public static String all(long n, String noun) {
        return n == 1 ? "the one " + noun : (n == 2 ? "both " : "all " + n + " ") + noun + "s";
    }

    /** {@code free}, {@code EUR 1,250.00}. */
    static String price(long minorUnits, Currency currency) {
        if (minorUnits == 0) {
            return "free";
        }
        int digits = digits(currency);
        return currency.getCurrencyCode() + " "
                + String.format(Locale.ENGLISH, "%,." + digits + "f", BigDecimal.valueOf(minorUnits, digits));
    }

    static long minorUnits(long units, Currency currency) {
        return BigDecimal.valueOf(units).movePointRight(digits(currency)).longValueExact();
    }

    /** ISO 4217 knows some, such as gold, that have no minor unit. */
    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    public static String people(long n) {
        return n == 1 ? "1 person" : number(n) + " people";
    }

    /** Of a currency with hundredths. */
    static String price(long minorUnits, String currency) {
        return minorUnits == 0 ? "free" : currency + " " + BigDecimal.valueOf(minorUnits, 2);
    }

    /** {@code EUR 1,200}: what matters of a sum that is only estimated. */
    static String roughly(long minorUnits, String currency) {
        return minorUnits == 0 ? "free" : currency + "\u00a0" + number(Math.round(minorUnits / 100.0));
    }

    /** {@code now}, {@code 6 weeks}, {@code 14 months}, {@code 2½ years}: as exact as anybody plans ahead. */
    static String time(long weeks) {
        long months = Math.round(weeks * 12 / 52.0);
        long halves = Math.round(weeks / 26.0);
        return weeks == 0
                ? "now"
                : weeks < 9
                        ? count(weeks, "week")
                        : months < 24 ? count(months, "month") : halves / 2 + (halves % 2 == 1 ? "½" : "") + " years";
    }

    /** {@code Europe/Amsterdam} is {@code Amsterdam}. */
    static String town(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
    }

    static String name(Modality modality) {
        return switch (modality) {
            case COURSE -> "Course";
            case VIDEO -> "Video";
            case BOOK -> "Book";
            case WORKSHOP -> "Workshop";
            case ON_THE_JOB -> "On the job";
            case COACHING -> "Coaching";
        };
    }

    static String role(Role role) {
        return switch (role) {
            case EMPLOYEE -> "Employee";
            case MANAGER -> "Manager";
            case HRBP -> "HR business partner";
            case ADMIN -> "Administrator";
        };
    }

    public static String initials(String name) {
        var letters = new StringBuilder();
        for (String word : name.strip().split("\\s+")) {
            if (!word.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
