package org.traverse.matching.assignment;

/**
 * Looks for a near-optimal plan in slices, so that whoever drives it may show progress, stop or change the market between
 * two of them. A round cools down from where a filled place is risked to where a point of fit is not, first by annealing,
 * then by chains; each further round starts from the best plan, less hot, and is twice as long.
 */
public final class Search {

    private static final int LISTED = 40;
    private static final int TRIES_IN_A_SLICE = 20_000;
    private static final int CHAINS_IN_A_SLICE = 2_000;
    private static final double COLDEST_ANNEALING = 2;

    private final Market market;
    private final Shortlist list;
    private final Roster roster;
    private final Annealing annealing;
    private final Chains chains;
    private final double bound;
    private final double points;
    private double hottest;
    private int slices;
    private int slice;
    private int[] best;
    private long bestFilled;
    private long bestFit;

    private Search(Market market, long seed, int[] start) {
        this.market = market;
        var prices = Prices.of(market);
        bound = prices.bound();
        list = Shortlist.of(market, prices, LISTED);
        roster = new Roster(list);
        var dice = new Dice(seed);
        annealing = new Annealing(roster, dice);
        chains = new Chains(roster, dice);
        points = Math.max(1, market.filled / 1500d);
        hottest = start == null ? market.filled / 2d : market.filled / 20d;
        slices = Math.max(10, roster.places() / 50);
        if (start != null) {
            begin(start);
        }
        roster.fillGreedily();
        keep();
    }

    /** A search of its own for this market. */
    public static Search of(Market market, long seed) {
        return new Search(market, seed, null);
    }

    /** Goes on from a plan that is near: what of it is still possible stays, until something better is found. */
    public static Search from(Market market, int[] choices, long seed) {
        return new Search(market, seed, choices);
    }

    /** The best plan so far. */
    public Assignment best() {
        var choices = new int[best.length];
        for (var place = 0; place < choices.length; place++) {
            choices[place] = list.original(best[place]);
        }
        return new Assignment(choices, bestFilled, bestFit);
    }

    /** How long a round is from now on, in slices. */
    public void roundOf(int number) {
        slices = Math.max(1, number);
        slice = 0;
    }

    /** By how many points at most any plan can be better than the best, a filled place counted as {@link #pointsOfFilling}. */
    public double gap() {
        return Math.max(0, bound - bestFilled * (double) market.filled - bestFit);
    }

    public int pointsOfFilling() {
        return market.filled;
    }

    boolean isAtTheBeginningOfARound() {
        return slice == 0;
    }

    /** One more slice; whether it found a better plan. */
    public boolean step() {
        var found = false;
        var share = (double) slice / slices;
        if (share < 0.6) {
            var temperature = cooled(hottest, COLDEST_ANNEALING * points, share / 0.6);
            for (var attempt = 0; attempt < TRIES_IN_A_SLICE; attempt++) {
                found |= annealing.attempt(temperature) && keep();
            }
        } else {
            if (slice == (int) Math.ceil(0.6 * slices)) {
                roster.restore(best);
            }
            var temperature = cooled(2 * points, 0.1 * points, (share - 0.6) / 0.4);
            for (var attempt = 0; attempt < CHAINS_IN_A_SLICE; attempt++) {
                found |= chains.attempt(temperature) && keep();
            }
        }
        if (++slice >= slices) {
            slice = 0;
            slices *= 2;
            hottest = Math.max(market.filled / 50d, hottest / 4);
            roster.restore(best);
        }
        return found;
    }

    private boolean keep() {
        if (best != null && !roster.isBetterThan(bestFilled, bestFit)) {
            return false;
        }
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
