package org.traverse.readmodel.elasticsearch;

import java.math.BigInteger;

/**
 * How many rows or documents there are, and the sum of their hashes, which does not depend on any order.
 *
 * @param sum of the first 64 bits of each one's MD5, signed
 */
public record Digest(long count, BigInteger sum) {
    /** Short enough to be compared by eye. */
    @Override
    public String toString() {
        return count + "/" + Long.toHexString(sum.longValue());
    }
}
