package org.traverse.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void sayAPriceWithTheDigitsOfItsCurrency() {
        assertThat(price(1_250_00, "EUR")).isEqualTo("EUR 1,250.00");
        assertThat(price(1_250, "JPY")).isEqualTo("JPY 1,250");
        assertThat(price(1, "KWD")).isEqualTo("KWD 0.001");
        assertThat(price(7, "XAU")).isEqualTo("XAU 7");
        assertThat(price(0, "EUR")).isEqualTo("free");
    }

    @Test
    void takeWholeUnitsOfACurrency() {
        assertThat(Words.minorUnits(3, Currency.getInstance("EUR"))).isEqualTo(300);
        assertThat(Words.minorUnits(3, Currency.getInstance("JPY"))).isEqualTo(3);
        assertThat(Words.minorUnits(3, Currency.getInstance("KWD"))).isEqualTo(3_000);
    }

    private static String price(long minorUnits, String currency) {
        return Words.price(minorUnits, Currency.getInstance(currency));
    }
}
