package org.traverse.matching.assignment;

/** A few people who want each other's places, with all that they have and some empty places that they might take. */
final class Group {

    private static final int CALLS_PER_PERSON = 10;
    private static final int MOST_PLACES = 40;
    private static final int MOST_EMPTY = 3;

    private final Roster roster;
    private final Shortlist list;
    private final Dice dice;
    private final boolean[] isMember;
    private final int[] member;
    private final int[] place = new int[MOST_PLACES];
    private int members;
    private int places;

    /** @param most how many people at most */
    Group(Roster roster, Dice dice, int most) {
        this.roster = roster;
        this.dice = dice;
        list = roster.list;
        isMember = new boolean[list.market().people];
        member = new int[most];
    }

    /** Others than before, round whoever has some place; whether they have not too many to look at. */
    boolean gather() {
        while (members > 0) {
            isMember[member[--members]] = false;
        }
        places = 0;
        var start = dice.below(roster.places());
        if (roster.taken(start) != Place.NONE) {
            join(list.person[roster.taken(start)]);
        }
        for (var call = 0; call < CALLS_PER_PERSON * member.length && members < member.length; call++) {
            call(somePlace(start));
        }
        for (var index = 0; index < members; index++) {
            if (places + roster.count(member[index]) > MOST_PLACES - MOST_EMPTY - 1) {
                return false;
            }
            for (var each = 0; each < roster.count(member[index]); each++) {
                place[places++] = roster.placeOf(member[index], each);
            }
        }
        if (roster.taken(start) == Place.NONE) {
            addIfWanted(start);
        }
        for (var each = 0; each < MOST_EMPTY && roster.empties() > 0; each++) {
            addIfWanted(roster.empty(dice.below(roster.empties())));
        }
        return true;
    }

    int size() {
        return members;
    }

    int person(int index) {
        return member[index];
    }

    boolean has(int person) {
        return isMember[person];
    }

    int places() {
        return places;
    }

    int place(int index) {
        return place[index];
    }

    private int somePlace(int otherwise) {
        if (members == 0) {
            return otherwise;
        }
        var person = member[dice.below(members)];
        return roster.count(person) == 0 ? otherwise : roster.placeOf(person, dice.below(roster.count(person)));
    }

    private void call(int wanted) {
        var choices = list.first[wanted + 1] - list.first[wanted];
        if (choices > 0) {
            var rank = Math.min(dice.lowBelow(choices), dice.lowBelow(choices));
            join(list.person[list.first[wanted] + rank]);
        }
    }

    private void join(int person) {
        if (!isMember[person]) {
            isMember[person] = true;
            member[members++] = person;
        }
    }

    private void addIfWanted(int empty) {
        for (var index = 0; index < places; index++) {
            if (place[index] == empty) {
                return;
            }
        }
        for (var choice = list.first[empty]; choice < list.first[empty + 1]; choice++) {
            if (isMember[list.person[choice]]) {
                place[places++] = empty;
                return;
            }
        }
    }
}
