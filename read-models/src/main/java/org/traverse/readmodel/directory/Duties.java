package org.traverse.readmodel.directory;

/**
 * What somebody is answerable for beyond themselves.
 *
 * @param leads a unit, or at least one person
 * @param partners as HR business partner of at least one unit
 */
public record Duties(boolean leads, boolean partners) {}
