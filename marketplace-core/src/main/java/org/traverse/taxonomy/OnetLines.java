package org.traverse.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** The lines of a text, one at a time, so that neither a long text nor an endless line fills the memory. */
class OnetLines {
    static final int LONGEST = 65_536;

    private final InputStream text;
    private final byte[] buffer = new byte[LONGEST];
    private int read;
    private int next;
    private final byte[] line = new byte[LONGEST];
    private int length;
    private boolean tooLong;
    private int number;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder(); // reports what is not UTF-8

    OnetLines(InputStream text) {
        this.text = text;
    }

    /** Moves to the next line, if there is one. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        int b = nextByte();
        if (b < 0) {
            return false;
        }
        number++;
        for (; b >= 0 && b != '\n'; b = nextByte()) {
            if (length < LONGEST) {
                line[length++] = (byte) b;
            } else {
                tooLong = true;
            }
        }
        if (b == '\n' && length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    /** Counted from 1. */
    int number() {
        return number;
    }

    /** @throws OnetMalformed when the line cannot be read as text */
    String text() {
        if (tooLong) {
            throw new OnetMalformed("the row is longer than " + LONGEST + " bytes");
        }
        String decoded;
        try {
            decoded = utf8.decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw new OnetMalformed("the row is not valid UTF-8");
        }
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (Character.isISOControl(c) && c != '\t') {
                throw new OnetMalformed("the row contains the control character U+%04X".formatted((int) c));
            }
        }
        return decoded;
    }

    private int nextByte() throws IOException {
        if (next == read) {
            read = text.read(buffer);
            next = 0;
            if (read <= 0) {
                read = 0;
                return -1;
            }
        }
        return buffer[next++] & 0xFF;
    }
}
