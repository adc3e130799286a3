/** Verifying the audit chain from a command line, with nothing running but PostgreSQL. */
package org.traverse.api.audit;
