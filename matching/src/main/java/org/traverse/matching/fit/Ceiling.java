package org.traverse.matching.fit;

import java.time.LocalDate;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

/**
 * The highest a person can stand for some work, by skills, hours and what an index knows of wishes, without a look at
 * calendars: whoever searches the best may stop where nobody left can stand higher. Of the points that all parts can give together it takes away only
 * what is surely lost, so a part or a block that it does not know makes it too high, never too low.
 */
public final class Ceiling {

    /** To be added for each requirement that the person wants to get better at. */
    public static final long AIM = 1L << 48;

    /** To be set when a topic of the work interests the person. */
    public static final long INTEREST = 1L << 60;

    /** To be set when the person has worked for the unit that the work is done for. */
    public static final long CONTINUITY = 1L << 61;

    private static final int MOST_REQUIREMENTS = 0xFFF;
    private static final int DESIRABLE = 18; // bits: a requirement gives at most 60 to each of the lower two numbers
    private static final int PROVEN = 36;
    private static final int AIMS = Long.numberOfTrailingZeros(AIM);
    private static final int SIXTIETHS = 0x3FFFF;
    private static final int COUNTED = 0xFFF;

    private final int musts;
    private final int wishes;
    private final int hoursPerWeek;
    private final LocalDate to;
    private final int requiredMax;
    private final int desirableMax;
    private final Weights weights;

    private Ceiling(int musts, int wishes, int hoursPerWeek, LocalDate to, Weights weights) {
        this.musts = musts;
        this.wishes = wishes;
        this.hoursPerWeek = hoursPerWeek;
        this.to = to;
        this.weights = weights;
        requiredMax = weights.required(musts, wishes);
        desirableMax = weights.desirable(musts, wishes);
    }

    public static Ceiling of(Work work, Policy policy) {
        var asked = work.requirements().size();
        if (asked > MOST_REQUIREMENTS) {
            throw new IllegalArgumentException("work " + work.id() + " has " + asked
                    + " requirements, but must have at most " + MOST_REQUIREMENTS);
        }
        var musts = (int) work.requirements().stream().filter(Requirement::must).count();
        return new Ceiling(musts, asked - musts, work.hoursPerWeek(), work.to(), policy.weights());
    }

    /**
     * What one requirement gives, to be added up over all that somebody knows anything of.
     *
     * @param have level 1-5, or 0
     * @param recent whether that is shown by evidence which {@link Policy#isRecent is recent}
     */
    public static long credit(Requirement asked, int have, boolean recent) {
        var met = RequirementMet.of(asked, have);
        long sixtieths = met.sixtieths();
        return (asked.must() ? sixtieths : sixtieths << DESIRABLE) + (met.met() && recent ? 1L << PROVEN : 0);
    }

    /** Never lower than where the {@link Fit#standing fit} stands of anybody with this credit and these hours granted. */
    public int standing(long credit, int hoursGranted, LocalDate today) {
        if (musts + wishes == 0) {
            return Fit.standing(false, 0);
        }
        var ofMusts = (int) credit & SIXTIETHS;
        var ofWishes = (int) (credit >>> DESIRABLE) & SIXTIETHS;
        var proven = (int) (credit >>> PROVEN) & COUNTED;
        var lost = requiredMax - Parts.skillPoints(requiredMax, ofMusts, musts);
        lost += desirableMax - Parts.skillPoints(desirableMax, ofWishes, wishes);
        lost += weights.availability() - Parts.availabilityPoints(weights.availability(), hoursPerWeek, hoursGranted);
        lost += weights.evidence() - Parts.evidencePoints(weights.evidence(), proven, musts + wishes);
        lost += lostOfWishes(credit);
        var mayBeEligible = ofMusts == 60 * musts && hoursGranted >= hoursPerWeek && !to.isBefore(today);
        return Fit.standing(mayBeEligible, Weights.ALL - lost);
    }

    private int lostOfWishes(long credit) {
        var aims = (int) (credit >>> AIMS) & COUNTED;
        return weights.growth()
                - Liking.growthPoints(weights.growth(), aims, musts + wishes)
                + ((credit & INTEREST) == 0 ? weights.interest() : 0)
                + ((credit & CONTINUITY) == 0 ? weights.continuity() : 0);
    }
}
