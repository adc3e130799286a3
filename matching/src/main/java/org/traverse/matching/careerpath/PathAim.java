package org.traverse.matching.careerpath;

/** What makes one path better than another. */
public enum PathAim {
    /** What it costs in all, fees and hours; of what costs the same, the faster. */
    CHEAPEST,
    /** The weeks until one has the role; of what takes as many, the cheaper. */
    FASTEST,
    /**
     * The chance that somebody goes this way, judged by the moves that were seen and, where there are few, by how similar
     * the roles are; of what is as likely, the faster.
     */
    MOST_TRAVELLED
}
