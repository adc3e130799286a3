package org.traverse.api.rest;

/** The read models have not come as far as the caller wants to read. */
class NotSeenYet extends RuntimeException {
    NotSeenYet(String position) {
        super("the read models have not read up to position " + position + " yet: try again");
    }
}
