/**
 * Read models are made anew from the events, beside the live ones and under traffic. Start with {@link
 * org.traverse.readmodel.rebuild.ReadModel}, which says what each consists of, and then {@link
 * org.traverse.readmodel.rebuild.Rebuilding}.
 */
package org.traverse.readmodel.rebuild;
