/**
 * Who comes in, and what each may do.
 *
 * <p>{@code SecurityConfiguration} says how people and programs prove who they are. {@code Callers} asks the directory,
 * for each request anew, which employee that is and what they are answerable for. {@code Access} decides everything
 * else, in one place; resources and pages only ask it.
 */
package org.traverse.api.security;
