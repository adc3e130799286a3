package org.traverse.api.web;

import java.util.List;

/**
 * The way in.
 *
 * @param demo empty unless the demo company runs
 * @param provider where the company's own accounts sign in; empty when there is none
 */
public record LoginView(boolean failed, boolean signedOut, List<Demo> demo, String provider) {
    public record Demo(String user, String password, String part) {}
}
