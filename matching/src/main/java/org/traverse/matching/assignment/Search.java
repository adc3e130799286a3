package org.traverse.matching.assignment;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Looks for a near-optimal plan in slices, so that whoever drives it may show progress, stop or change the market between
 * two of them: by annealing, which every now and then rebuilds what one person has, or a few together. Where all places
 * are in the same week, chains may do better: there the first round tries both from the same start, the next ones give the
 * better of the two most of the time. Where joint rules bind people to each other there are neither chains nor groups, for
 * both know only what the places in hand lose.
 * Each round cools down from where a filled place is risked to where a point of fit is not; the next starts from the best
 * plan, less hot, and is twice as long.
 */
public final class Search {

    private static final int LISTED = 40;
    private static final int TRIES_IN_A_SLICE = 10_000;
    private static final int STEPS_IN_A_SLICE = 20_000;
    private static final int TRIES_PER_REBUILDING = 10;
    private static final int CHAINS_PER_REBUILDING = 3;
    private static final int TRIES_PER_REGROUPING = 10;
    private static final int TRIES_PER_REGROUPING_IN_ONE_WEEK = 100; // where each takes longer
    private static final int CHAINS_PER_REGROUPING = 2;
    private static final double HOTTEST = 1 / 8d; // of what a filled place is worth
    private static final double HOTTEST_OF_JOINT = 1 / 2d; // several places have to be given up at once
    private static final double WARM = 1 / 50d;
    private static final double COLDEST = 1 / 800d;
    private static final double CHAINS_COOL_BY = 8;
    private static final double MOST_OF_A_ROUND = 0.9;

    private final Market market;
    private final Shortlist list;
    private final Roster roster;
    private final Annealing annealing;
    private final Rebuilding rebuilding;
    private final Regrouping regrouping;
    private final Chains chains;
    private final double bound;
    private final int triesPerRegrouping;
    private final int[] start;
    private double hottest;
    private double chainsHottest;
    private double shareOfAnnealing;
    private boolean trial;
    private boolean chaining;
    private boolean betterInThisRound;
    private boolean vain;
    private long annealedFilled;
    private long annealedFit;
    private int slices;
    private int slice;
    private int[] best;
    private long bestFilled;
    private long bestFit;

    private Search(Market market, long seed, int[] choices, BooleanSupplier ended) {
        this.market = market;
        var exact = OneEach.appliesTo(market);
        var prices = exact ? Prices.none(market) : Prices.of(market, ended);
        list = Shortlist.of(market, prices, exact ? Integer.MAX_VALUE : LISTED, choices);
        roster = new Roster(list);
        var dice = new Dice(seed);
        annealing = new Annealing(roster, dice);
        rebuilding = new Rebuilding(roster, dice);
        regrouping = new Regrouping(roster, dice);
        chains = new Chains(roster, dice);
        hottest = market.filled * (choices != null ? WARM : market.isJoint() ? HOTTEST_OF_JOINT : HOTTEST);
        triesPerRegrouping = market.weeks == 1 ? TRIES_PER_REGROUPING_IN_ONE_WEEK : TRIES_PER_REGROUPING;
        slices = Math.max(20, roster.places() / 40);
        trial = market.weeks == 1 && !market.isJoint();
        shareOfAnnealing = trial ? 0.5 : 1;
        if (exact) {
            begin(OneEach.solve(market));
        } else if (choices != null) {
            begin(choices);
        }
        roster.emptyWhatIsBroken();
        roster.fillGreedily();
        start = roster.copy();
        keep();
        bound = exact ? roster.worth() : prices.bound();
    }

    /** A search of its own for this market. */
    public static Search of(Market market, long seed) {
        return of(market, seed, () -> false);
    }

    /**
     * @param ended asked now and then while the search is made, which may take seconds
     * @throws CancellationException when it is
     */
    public static Search of(Market market, long seed, BooleanSupplier ended) {
        return new Search(market, seed, null, ended);
    }

    /** Goes on from a plan that is near: what of it is still possible stays, until something is better. */
    public static Search from(Market market, int[] choices, long seed) {
        return from(market, choices, seed, () -> false);
    }

    /** The same, ended like {@link #of(Market, long, BooleanSupplier)}. */
    public static Search from(Market market, int[] choices, long seed, BooleanSupplier ended) {
        return new Search(market, seed, choices, ended);
    }

    /** The best plan so far. */
    public Assignment best() {
        var choices = new int[best.length];
        for (var place = 0; place < choices.length; place++) {
            choices[place] = list.original(best[place]);
        }
        return new Assignment(choices, bestFilled, bestFit);
    }

    /** How long this round is from now on, in slices. */
    public void roundOf(int number) {
        slices = Math.max(1, number);
    }

    /** By how many points at most any plan can be better than the best, a filled place counted as {@link #pointsOfFilling}. */
    public double gap() {
        return Math.max(0, bound - bestFilled * (double) market.filled - bestFit);
    }

    public int pointsOfFilling() {
        return market.filled;
    }

    /** Whether a whole round, not the short first one, has brought nothing better. */
    public boolean hasSearchedInVain() {
        return vain;
    }

    /** Whether no plan can be better than the best. */
    public boolean isProven() {
        return gap() < 1;
    }

    boolean isOnTrial() {
        return trial;
    }

    int sliceOfRound() {
        return slice;
    }

    /** One more slice; whether it found a better plan. */
    public boolean step() {
        if (roster.places() == 0 || isProven()) {
            slice = 0;
            return false;
        }
        var chained = (int) Math.ceil(shareOfAnnealing * slices);
        if (slice >= chained && !chaining) {
            beginChains();
        }
        var found = !chaining
                ? anneal(cooled(hottest, market.filled * COLDEST, slice / (double) chained))
                : chain(cooled(
                        chainsHottest,
                        chainsHottest / CHAINS_COOL_BY,
                        Math.max(0, slice - chained) / (double) (slices - chained)));
        if (++slice >= slices) {
            nextRound();
        }
        return found;
    }

    private boolean anneal(double temperature) {
        var found = false;
        for (var tries = 0; tries < TRIES_IN_A_SLICE; tries++) {
            found |= annealing.attempt(temperature) && keep();
            if (tries % TRIES_PER_REBUILDING == 0) {
                found |= rebuilding.attempt(temperature) && keep();
            }
            if (tries % triesPerRegrouping == 0 && !market.isJoint()) {
                found |= regrouping.attempt(temperature) && keep();
            }
        }
        return found;
    }

    private boolean chain(double temperature) {
        var found = false;
        var attempts = 0;
        for (var steps = 0; steps < STEPS_IN_A_SLICE; steps += 1 + chains.steps()) {
            found |= chains.attempt(temperature) && keep();
            if (attempts % CHAINS_PER_REBUILDING == 0) {
                found |= rebuilding.attempt(temperature) && keep();
            }
            if (attempts++ % CHAINS_PER_REGROUPING == 0) {
                found |= regrouping.attempt(temperature) && keep();
                steps += regrouping.looks();
            }
        }
        return found;
    }

    private void beginChains() {
        chaining = true;
        chainsHottest =
                trial ? 1 : Math.max(0.2, (vain ? 24 : 6) * gap() / roster.places()); // of what places lose on average
        if (trial) {
            annealedFilled = roster.filled();
            annealedFit = roster.fit();
            roster.restore(start);
        } else {
            roster.restore(best);
        }
    }

    private void nextRound() {
        if (trial) {
            shareOfAnnealing = roster.isBetterThan(annealedFilled, annealedFit) ? 0 : MOST_OF_A_ROUND;
        } else {
            hottest = Math.max(market.filled * WARM, hottest / 4);
        }
        vain = !trial && !betterInThisRound;
        betterInThisRound = false;
        trial = false;
        chaining = false;
        slice = 0;
        slices *= 2;
        roster.restore(best);
    }

    private boolean keep() {
        if (!roster.isWhole() || best != null && !roster.isBetterThan(bestFilled, bestFit)) {
            return false;
        }
        betterInThisRound = true;
        best = roster.copy();
        bestFilled = roster.filled();
        bestFit = roster.fit();
        return true;
    }

    private void begin(int[] choices) {
        for (var place = 0; place < choices.length; place++) {
            var listed = choices[place] == Place.NONE ? Place.NONE : list.listed(place, choices[place]);
            if (listed != Place.NONE && roster.fits(place, listed)) {
                roster.put(place, listed);
            }
        }
    }

    private static double cooled(double from, double to, double share) {
        return from * StrictMath.pow(to / from, share);
    }
}
