package org.traverse.api.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;

/** A request whose body has been looked at, and can be read nevertheless; and a hash of the body. */
record Sent(HttpServletRequest request, byte[] hash) {
    static Sent of(HttpServletRequest request) throws Exception {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/") ? upload(request) : body(request);
    }

    /** It is small, or {@code BodyLimit} refuses to read it. */
    private static Sent body(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readAllBytes();
            return new Sent(new Read(request, body), new Hash().add(body).end());
        } catch (IOException e) {
            throw new HttpMessageNotReadableException(
                    "the body cannot be read", e, new ServletServerHttpRequest(request));
        }
    }

    /**
     * By its parts, which the container keeps in files and which are at hand again for the resource. The bytes as they
     * were sent would not do: the boundary between the parts is another one each time.
     */
    private static Sent upload(HttpServletRequest request) throws Exception {
        var hash = new Hash();
        for (Part part : new StandardMultipartHttpServletRequest(request).getParts()) {
            hash.add(part.getName())
                    .add(Optional.ofNullable(part.getSubmittedFileName()).orElse(""))
                    .add(part.getInputStream());
        }
        return new Sent(request, hash.end());
    }

    private static final class Read extends HttpServletRequestWrapper {
        private final ServletInputStream body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new Bytes(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            Charset charset = Optional.ofNullable(getCharacterEncoding())
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
            return new BufferedReader(new InputStreamReader(body, charset));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("it has been read already");
        }
    }
}
