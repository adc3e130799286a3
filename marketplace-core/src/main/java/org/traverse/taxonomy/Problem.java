package org.traverse.taxonomy;

/**
 * Why an archive was refused, at one place in it.
 *
 * @param file the table, or the archive itself
 * @param row the line in that file, the header being 1; 0 when it is about the file as a whole
 */
public record Problem(String file, int row, String message) {}
