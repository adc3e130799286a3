package org.traverse.taxonomy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a zip as they pass, remembering the last few. {@link java.util.zip.ZipInputStream} stops at the first
 * thing it does not take for a file and ignores the rest, so a zip that was cut off between two files looks whole to
 * it; the record at the end of a zip, which counts the files, tells.
 */
class OnetZipBytes extends FilterInputStream {
    private static final int RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int NOT_SAID_HERE = 0xFFFF; // zip64 counts elsewhere

    private final byte[] last = new byte[RECORD + LONGEST_COMMENT];
    private long passed;

    OnetZipBytes(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int n = super.read(to, offset, length);
        for (int i = 0; i < n; i++) {
            last[(int) (passed++ % last.length)] = to[offset + i];
        }
        if (passed > OnetZip.LARGEST_ARCHIVE) {
            throw new ZipException("it is larger than " + (OnetZip.LARGEST_ARCHIVE >> 20) + " MB");
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, last.length)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads to the end and compares the number of files there. */
    void checkEnd(int entries) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        for (int comment = 0; comment <= LONGEST_COMMENT && comment + RECORD <= passed; comment++) {
            long record = passed - RECORD - comment;
            if (at(record) == 'P'
                    && at(record + 1) == 'K'
                    && at(record + 2) == 5
                    && at(record + 3) == 6
                    && two(record + 20) == comment) {
                int said = two(record + 10);
                if (said != entries && said != NOT_SAID_HERE) {
                    throw new ZipException("it says it has " + said + " files, but " + entries + " were found");
                }
                return;
            }
        }
        throw new EOFException(
                entries == 0 ? "it does not look like one" : "its end is missing, the upload may have been cut off");
    }

    private int two(long position) {
        return at(position) | at(position + 1) << 8;
    }

    private int at(long position) {
        return last[(int) (position % last.length)] & 0xFF;
    }
}
