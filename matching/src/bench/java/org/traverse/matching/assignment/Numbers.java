package org.traverse.matching.assignment;

import java.io.IOException;
import java.io.StreamTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of whole numbers between white space, read one by one. */
final class Numbers {

    private final Path file;
    private final StreamTokenizer tokens;

    private Numbers(Path file, StreamTokenizer tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    static Numbers in(Path file) throws IOException {
        return new Numbers(file, new StreamTokenizer(Files.newBufferedReader(file)));
    }

    int next() throws IOException {
        if (tokens.nextToken() != StreamTokenizer.TT_NUMBER) {
            throw new IllegalArgumentException(file + " has something else than a number in line " + tokens.lineno());
        }
        return (int) tokens.nval;
    }

    int[][] table(int rows, int columns) throws IOException {
        var table = new int[rows][columns];
        for (var row : table) {
            for (var column = 0; column < columns; column++) {
                row[column] = next();
            }
        }
        return table;
    }
}
