/** What people do here, whether through a page or a program: each action checked, sent and seen in one place. */
package org.traverse.api.marketplace;
