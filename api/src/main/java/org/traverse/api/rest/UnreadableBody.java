package org.traverse.api.rest;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.traverse.api.rest.Problems.FieldProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body, and where, without the words of the library that found it. */
final class UnreadableBody {
    private UnreadableBody() {}

    static FieldProblem problem(HttpMessageNotReadableException thrown) {
        if (!(thrown.getCause() instanceof JacksonException json)) {
            return new FieldProblem("", "a JSON body is missing");
        }
        return new FieldProblem(path(json), message(json));
    }

    private static String path(JacksonException json) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String message(JacksonException json) {
        if (json instanceof StreamReadException) {
            var at = json.getLocation();
            return json.getPath().isEmpty() && at != null && at.getLineNr() > 0
                    ? "the body is not JSON we read: line " + at.getLineNr() + ", column " + at.getColumnNr()
                    : "is not JSON we read";
        }
        if (json instanceof InvalidText text) {
            return text.why();
        }
        if (json instanceof ValueInstantiationException value
                && value.getCause() instanceof IllegalArgumentException refused
                && refused.getMessage() != null) {
            return refused.getMessage();
        }
        if (json instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "is not " + kind(mismatch.getTargetType());
        }
        return "is not what is expected here";
    }

    /** What a value of this type is to somebody who writes JSON or an address. */
    static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == UUID.class || type.getSimpleName().endsWith("Id")) {
            return "an id (a UUID)";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a " + type.getSimpleName().replaceFirst("^Local", "").toLowerCase(Locale.ROOT) + " (ISO 8601)";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number in range";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "what is expected here";
    }
}
