/**
 * Questions about a finished run that are answered by running it again from the facts it was given: is it the same, and
 * why is this person not in it.
 */
package org.traverse.api.inquiry;
