package org.traverse.api.rest;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.traverse.readmodel.Cursor;
import org.traverse.readmodel.ListRequest;

/** What resources and pages may take as parameters besides Spring's: ids, and what part of a list is asked for. */
@Configuration(proxyBeanMethods = false)
class Parameters implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Ids());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Lists());
    }

    /** Every id is a record around a UUID. */
    private static final class Ids implements ConditionalGenericConverter {
        private static final Pattern UUID_TEXT =
                Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(
                    new ConvertiblePair(String.class, Record.class), new ConvertiblePair(String.class, UUID.class));
        }

        @Override
        public boolean matches(TypeDescriptor from, TypeDescriptor to) {
            return to.getType() == UUID.class || isId(to.getType());
        }

        private static boolean isId(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            return components != null && components.length == 1 && components[0].getType() == UUID.class;
        }

        @Override
        public Object convert(Object text, TypeDescriptor from, TypeDescriptor to) {
            // UUID.fromString would also take 1-1-1-1-1.
            if (!UUID_TEXT.matcher((String) text).matches()) {
                throw new InvalidId();
            }
            UUID id = UUID.fromString((String) text);
            return to.getType() == UUID.class ? id : BeanUtils.instantiateClass(constructor(to.getType()), id);
        }

        private static Constructor<?> constructor(Class<?> id) {
            try {
                return id.getDeclaredConstructor(UUID.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** {@code q}, {@code limit} and {@code after}. */
    private static final class Lists implements HandlerMethodArgumentResolver {
        private static final int LONGEST_Q = 200;

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(ListRequest.class);
        }

        @Override
        public ListRequest resolveArgument(
                MethodParameter parameter, ModelAndViewContainer model, NativeWebRequest web, WebDataBinderFactory b) {
            return new ListRequest(
                    q(web.getParameter("q")), limit(web.getParameter("limit")), after(web.getParameter("after")));
        }

        private static String q(String given) {
            String q = given == null ? "" : given.strip();
            if (q.length() > LONGEST_Q) {
                throw new InvalidField("q", "has at most " + LONGEST_Q + " characters");
            }
            if (q.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidField("q", "has no control characters");
            }
            return q;
        }

        private static int limit(String given) {
            if (given == null) {
                return ListRequest.DEFAULT_LIMIT;
            }
            if (!given.matches("\\d{1,3}")
                    || Integer.parseInt(given) < 1
                    || Integer.parseInt(given) > ListRequest.MAX_LIMIT) {
                throw new InvalidField("limit", "is a whole number from 1 to " + ListRequest.MAX_LIMIT);
            }
            return Integer.parseInt(given);
        }

        private static Optional<Cursor> after(String given) {
            try {
                return Optional.ofNullable(given).map(Cursor::parse);
            } catch (IllegalArgumentException e) {
                throw new InvalidField("after", "is what the page before gave as next");
            }
        }
    }
}
