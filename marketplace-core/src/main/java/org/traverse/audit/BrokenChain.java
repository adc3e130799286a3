package org.traverse.audit;

/** Somebody has changed links that were signed. */
class BrokenChain extends RuntimeException {
    BrokenChain(String sentence) {
        super(sentence);
    }
}
