/**
 * What the caller knows and matching computes with: people, what they can do and when they are busy, and work with what
 * it asks for. Every value checks itself, so nothing behind this door has to.
 */
package org.traverse.matching.facts;
