/**
 * The company as it stands: people, org units, who leads what, who is HR business partner where, and which account is
 * whose. Access rules are decided on these facts, so they are read afresh for each request.
 */
package org.traverse.readmodel.directory;
