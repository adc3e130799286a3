package org.traverse.matching.fit;

/**
 * How the 100 points of a fit are shared out. A part of weight 0 is left out. Where work has only musts or only wishes,
 * those get the points of both.
 *
 * @param required for the musts
 * @param desirable for the wishes
 * @param availability for the hours that are free
 * @param evidence for skills shown lately by more than a claim
 * @param growth for skills asked for that the person wants to use and get better at
 * @param interest for a topic of the work that interests the person
 * @param preference for a place and for hours that the person likes
 * @param continuity for work for a unit the person has worked for
 */
public record Weights(
        int required,
        int desirable,
        int availability,
        int evidence,
        int growth,
        int interest,
        int preference,
        int continuity) {

    /** What the person wants counts for nothing until a company's policy says so. */
    public static final Weights STANDARD = new Weights(50, 20, 20, 10, 0, 0, 0, 0);

    static final int ALL = 100;

    public Weights {
        notNegative("required", required);
        notNegative("desirable", desirable);
        notNegative("availability", availability);
        notNegative("evidence", evidence);
        notNegative("growth", growth);
        notNegative("interest", interest);
        notNegative("preference", preference);
        notNegative("continuity", continuity);
        var sum = (long) required + desirable + availability + evidence + growth + interest + preference + continuity;
        if (sum != ALL) {
            throw new IllegalArgumentException("the weights add up to " + sum + ", but must to " + ALL);
        }
    }

    int required(int musts, int wishes) {
        return musts == 0 ? 0 : wishes == 0 ? required + desirable : required;
    }

    int desirable(int musts, int wishes) {
        return wishes == 0 ? 0 : musts == 0 ? required + desirable : desirable;
    }

    /** Whether what the person wants counts at all. */
    boolean areOfWishes() {
        return growth + interest + preference + continuity > 0;
    }

    private static void notNegative(String name, int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException(
                    "the weight of " + name + " is " + weight + ", but must not be negative");
        }
    }
}
