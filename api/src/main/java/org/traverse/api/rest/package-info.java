/** The marketplace for programs: resources under {@code /api}, and what holds for all of them. */
package org.traverse.api.rest;
