package org.traverse.api.security;

/** Signed in by an account that is not linked to an employee. */
public class Unlinked extends Forbidden {
    public Unlinked() {
        super("this account is not linked to an employee yet; an administrator can do that");
    }
}
