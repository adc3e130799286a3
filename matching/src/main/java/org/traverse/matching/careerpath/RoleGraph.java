package org.traverse.matching.careerpath;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.traverse.matching.facts.Checked;
import org.traverse.matching.facts.Requirement;
import org.traverse.matching.learningplan.LearningItem;

/**
 * Everything about roles, moves and learning that is the same for whoever asks for a path: made once, read by any number
 * of threads.
 *
 * <p>What nearly every role asks for says little about who is near to what, what is rare says much: skills are weighed by
 * {@code ln((roles + 1) / roles that ask for it)}, the inverse document frequency (Spärck Jones, "A Statistical
 * Interpretation of Term Specificity and its Application in Retrieval", Journal of Documentation 28, 1972).
 */
public final class RoleGraph {
    public static final int ROLES_AT_MOST = 10_000;
    /** Of an item, in minor units: a million million. */
    public static final long FEE_AT_MOST = 1_000_000_000_000L;

    final Assumptions assumptions;
    final Numbers roles;
    final Numbers skills;
    final Travel travel;
    final Teaching teaching;
    private final Profile[] profiles;
    private final long[] rarity;
    private final int[][][] lessons;

    /**
     * @param moves seen so far; none are needed
     * @throws IllegalArgumentException naming what makes no sense: a role, an item or moves that are there twice, moves
     *     between roles that are not there, an item that comes after itself
     */
    public RoleGraph(
            List<RoleProfile> roles, List<Moves> moves, List<LearningItem> catalogue, Assumptions assumptions) {
        refuseTwins(Checked.present("roles", roles));
        Checked.between("number of roles", roles.size(), 0, ROLES_AT_MOST);
        this.assumptions = Checked.present("assumptions", assumptions);
        this.roles = new Numbers(roles.stream().map(RoleProfile::id));
        skills = new Numbers(
                roles.stream().flatMap(role -> role.requirements().stream()).map(Requirement::skill));
        profiles = roles.stream()
                .sorted(Comparator.comparing(RoleProfile::id))
                .map(role -> Profile.of(role.requirements(), skills))
                .toArray(Profile[]::new);
        rarity = rarity();
        teaching = new Teaching(Checked.present("catalogue", catalogue), assumptions.hourlyCost());
        lessons = IntStream.range(0, skills.size())
                .mapToObj(skill -> teaching.lessons(skills.id(skill)))
                .toArray(int[][][]::new);
        travel = new Travel(
                this.roles,
                Checked.present("moves", moves),
                new Neighbours(profiles, rarity),
                assumptions.neighbours());
    }

    private static void refuseTwins(List<RoleProfile> roles) {
        var ids = new HashSet<>();
        for (var role : roles) {
            if (!ids.add(role.id())) {
                throw new IllegalArgumentException("role " + role.id() + " is there twice");
            }
        }
    }

    /** In thousandths. */
    private long[] rarity() {
        int[] asking = new int[skills.size()];
        Stream.of(profiles)
                .flatMapToInt(profile -> IntStream.of(profile.skills()))
                .forEach(skill -> asking[skill]++);
        return IntStream.of(asking)
                .mapToLong(roles -> Math.max(1, Math.round(1000 * StrictMath.log((profiles.length + 1.0) / roles))))
                .toArray();
    }

    int number(UUID role) {
        return roles.find(role).orElseThrow(() -> new IllegalArgumentException("role " + role + " is not there"));
    }

    Profile profile(int role) {
        return profiles[role];
    }

    long rarity(int skill) {
        return rarity[skill];
    }

    /** The items that lead to this level of the skill; none when nothing does. */
    int[] lesson(int skill, int level) {
        return lessons[skill][level];
    }
}
