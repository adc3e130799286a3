package org.traverse.api.web;

import java.util.List;
import java.util.Map;

/**
 * The way in.
 *
 * @param demo the demo company's people; of an empty store its administrator alone; empty outside the embedded run
 * @param providers where the company's own accounts sign in: the path by name
 */
public record LoginView(boolean failed, boolean signedOut, List<Demo> demo, Map<String, String> providers) {
    public record Demo(String user, String password, String part) {}
}
