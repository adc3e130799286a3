/**
 * Which servers Traverse uses: its own, started with it, or those that {@code spring.datasource.url} and
 * {@code traverse.elasticsearch.uris} name. What stands in the way of a start is told in one sentence.
 */
package org.traverse.api.embedded;
