package org.traverse.matching.fit;

import java.time.LocalDate;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.facts.Work;

/**
 * The highest a person can stand for some work, by skills and hours alone, without a look at calendars: whoever searches
 * the best may stop where nobody left can stand higher. Of the points that all parts can give together it takes away only
 * what is surely lost, so a part or a block that it does not know makes it too high, never too low.
 */
public final class Ceiling {

    private static final int MOST_REQUIREMENTS = 0xFFFF;
    private static final int DESIRABLE = 24; // bits: a requirement gives at most 60 to each of the lower two numbers
    private static final int PROVEN = 48;
    private static final int MASK = 0xFFFFFF;

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
        var ofMusts = (int) credit & MASK;
        var ofWishes = (int) (credit >>> DESIRABLE) & MASK;
        var proven = (int) (credit >>> PROVEN);
        var lost = requiredMax - Parts.skillPoints(requiredMax, ofMusts, musts);
        lost += desirableMax - Parts.skillPoints(desirableMax, ofWishes, wishes);
        lost += weights.availability() - Parts.availabilityPoints(weights.availability(), hoursPerWeek, hoursGranted);
        lost += weights.evidence() - Parts.evidencePoints(weights.evidence(), proven, musts + wishes);
        var mayBeEligible = ofMusts == 60 * musts && hoursGranted >= hoursPerWeek && !to.isBefore(today);
        return Fit.standing(mayBeEligible, Weights.ALL - lost);
    }
}
