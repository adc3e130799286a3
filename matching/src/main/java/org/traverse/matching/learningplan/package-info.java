/** What a person still has to learn for some work, and which learning gives it. */
package org.traverse.matching.learningplan;
