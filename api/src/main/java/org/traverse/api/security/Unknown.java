package org.traverse.api.security;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing, or the caller may not know that there is. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class Unknown extends RuntimeException {
    public Unknown(String what) {
        super("there is no such " + what);
    }
}
