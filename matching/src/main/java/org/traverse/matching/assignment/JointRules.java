package org.traverse.matching.assignment;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How far a plan breaks the joint rules of its market, in places of which each would better be empty; 0 is none. */
final class JointRules {

    private static final int[] NOTHING = {};

    private final Roster roster;
    private final int[] partner;
    private final boolean[] sameSite;
    private final int[] sites;
    private final int[] holders;
    private final int[][] held;

    JointRules(Market market, Roster roster) {
        this.roster = roster;
        sites = market.joint.sites();
        holders = market.joint.holders();
        partner = new int[market.people];
        sameSite = new boolean[market.people];
        held = new int[market.people][];
        Arrays.fill(partner, Place.NONE);
        Arrays.fill(held, NOTHING);
        for (var couple : market.joint.couples()) {
            partner[couple.one()] = couple.other();
            partner[couple.other()] = couple.one();
            sameSite[couple.one()] = couple.sameSite();
            sameSite[couple.other()] = couple.sameSite();
        }
        IntStream.of(holders)
                .filter(person -> person != Place.NONE)
                .distinct()
                .forEach(person -> held[person] = IntStream.range(0, holders.length)
                        .filter(place -> holders[place] == person)
                        .toArray());
    }

    /** What is broken by whoever it may matter to that this person has the place or not. */
    int brokenBy(int person, int place) {
        var holder = holders[place];
        var ofHolder = holder == Place.NONE || holder == person ? 0 : leftEmpty(holder);
        return broken(person) + ofHolder;
    }

    boolean suits(int place, int person) {
        return !sameSite[person] || othersOnOtherSites(place, partner[person]) == 0;
    }

    /** Whether the person may take the empty place while nobody else moves. */
    boolean allow(int person, int place) {
        var other = partner[person];
        if (other != Place.NONE && (roster.count(other) == 0 || !suits(place, person))) {
            return false;
        }
        return holders[place] == person || !leavesSomeEmpty(person);
    }

    private int broken(int person) {
        return apart(person) + leftEmpty(person);
    }

    private int apart(int person) {
        var other = partner[person];
        if (other == Place.NONE) {
            return 0;
        }
        var theirs = roster.count(person);
        var others = roster.count(other);
        if (theirs == 0 || others == 0) {
            return theirs + others;
        }
        return sameSite[person] ? onOtherSites(person, other) : 0;
    }

    private int onOtherSites(int person, int other) {
        var sum = 0;
        for (var index = 0; index < roster.count(person); index++) {
            sum += othersOnOtherSites(roster.placeOf(person, index), other);
        }
        return sum;
    }

    private int othersOnOtherSites(int place, int other) {
        var sum = 0;
        for (var index = 0; index < roster.count(other); index++) {
            if (areApart(place, roster.placeOf(other, index))) {
                sum++;
            }
        }
        return sum;
    }

    private boolean areApart(int one, int two) {
        return sites[one] != Place.NONE && sites[two] != Place.NONE && sites[one] != sites[two];
    }

    private int leftEmpty(int person) {
        return leavesSomeEmpty(person) ? elsewhere(person) : 0;
    }

    private boolean leavesSomeEmpty(int person) {
        for (var place : held[person]) {
            if (roster.taken(place) == Place.NONE) {
                return true;
            }
        }
        return false;
    }

    private int elsewhere(int person) {
        var sum = 0;
        for (var index = 0; index < roster.count(person); index++) {
            if (holders[roster.placeOf(person, index)] != person) {
                sum++;
            }
        }
        return sum;
    }
}
