package org.traverse.learning;

import java.util.Currency;

/** Minor units of an ISO 4217 currency. */
public record Price(long minorUnits, Currency currency) {
    public Price {
        if (minorUnits < 0) {
            throw new IllegalArgumentException("a price is not negative: " + minorUnits);
        }
    }
}
