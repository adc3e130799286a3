/**
 * Real servers as child processes, for a first look and for tests.
 *
 * <p>Each server is started by a small supervisor that holds a pipe to this process. The pipe closes however this
 * process ends, kill -9 included, and then the supervisor stops its server. The servers write to a folder of the
 * caller's and listen on 127.0.0.1 only.
 */
package org.traverse.readmodel.embedded;
