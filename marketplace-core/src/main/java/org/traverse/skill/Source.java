package org.traverse.skill;

/** Where a concept was taken from: the scheme, such as {@code O*NET}, and its code there. */
public record Source(String scheme, String code) {
    public Source {
        if (scheme.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("a source needs a scheme and a code");
        }
    }
}
