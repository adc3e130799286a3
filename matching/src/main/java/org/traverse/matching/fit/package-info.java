/** The one definition of how well a person fits some work: who may, how well, why, and what would raise it. */
package org.traverse.matching.fit;
