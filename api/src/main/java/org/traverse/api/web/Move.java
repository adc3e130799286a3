package org.traverse.api.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one button does to a list that somebody ranks. */
enum Move {
    ADD,
    UP,
    DOWN,
    REMOVE;

    /** The list afterwards: as it was, where there is nothing to be moved. */
    <T> List<T> in(List<T> ranked, T one) {
        var moved = new ArrayList<>(ranked);
        int at = ranked.indexOf(one);
        switch (this) {
            case ADD -> {
                if (at < 0) {
                    moved.add(one);
                }
            }
            case UP -> {
                if (at > 0) {
                    Collections.swap(moved, at, at - 1);
                }
            }
            case DOWN -> {
                if (at >= 0 && at < ranked.size() - 1) {
                    Collections.swap(moved, at, at + 1);
                }
            }
            case REMOVE -> moved.remove(one);
        }
        return moved;
    }
}
