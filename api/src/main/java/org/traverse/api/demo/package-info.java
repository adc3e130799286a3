/**
 * The demo company of the embedded run. {@code Halvarra} turns the tables under {@code resources/demo} and a seed into a
 * {@code Company}, a plain value; {@code DemoCompany} sends it as commands to an empty store.
 */
package org.traverse.api.demo;
