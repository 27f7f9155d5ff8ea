package dev.coffer.backend.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A JSON value, for talking to services. Looking for what is not there finds nothing, so the caller decides once what the
 * lack of it means. Its string form is the JSON text. Immutable.
 */
public sealed interface Json {

    /** Members in the order of the text. */
    record Structure(Map<String, Json> members) implements Json {
        @Override
        public String toString() {
            return members.entrySet().stream()
                    .map(member -> JsonText.quote(member.getKey()) + ":" + member.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Values in a row. */
    record Array(List<Json> values) implements Json {
        @Override
        public String toString() {
            return values.stream().map(Json::toString).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** A string. */
    record Text(String value) implements Json {
        @Override
        public String toString() {
            return JsonText.quote(value);
        }
    }

    /** A number, whole or not. */
    record Numeral(BigDecimal value) implements Json {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** The values that are words. */
    enum Word implements Json {
        TRUE("true"),
        FALSE("false"),
        NULL("null");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(long value) {
        return new Numeral(BigDecimal.valueOf(value));
    }

    static Json of(boolean value) {
        return value ? Word.TRUE : Word.FALSE;
    }

    static Json array(Json... values) {
        return new Array(List.of(values));
    }

    /** An object with a single member; {@link #with} adds others. */
    static Json object(String name, Json value) {
        return new Structure(Map.of(name, value));
    }

    /** This object with another member behind the ones it has. */
    default Json with(String name, Json value) {
        Map<String, Json> members =
                this instanceof Structure(var own) ? new LinkedHashMap<>(own) : new LinkedHashMap<>();
        members.put(name, value);
        return new Structure(members);
    }

    /** @throws MalformedJson if the text is not one JSON value in UTF-8 */
    static Json parse(byte[] text) throws MalformedJson {
        try {
            return new JsonParser(new ByteArrayInputStream(text)).whole();
        } catch (MalformedJson e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("an array can always be read", e);
        }
    }

    /**
     * Reads a text that is one long array, and hands out its elements one by one.
     *
     * @throws MalformedJson if the text is anything else; some elements may have been handed out
     */
    static void forEach(InputStream text, Consumer<Json> action) throws IOException {
        new JsonParser(text).elements(action);
    }

    /**
     * Reads an object one of whose members is a long array, and hands out the elements of that array one by one.
     *
     * @return the object, with that array empty
     * @throws MalformedJson if the text is anything else; some elements may have been handed out
     */
    static Json forEach(InputStream text, String member, Consumer<Json> action) throws IOException {
        return new JsonParser(text).objectWithout(member, action);
    }

    /** A member of an object. */
    default Optional<Json> get(String name) {
        return this instanceof Structure(var members) ? Optional.ofNullable(members.get(name)) : Optional.empty();
    }

    /** A member of an object if it is a string. */
    default Optional<String> text(String name) {
        return get(name).flatMap(value -> value instanceof Text(var text) ? Optional.of(text) : Optional.empty());
    }

    /** A member of an object if it is a whole number that fits. */
    default OptionalLong number(String name) {
        if (get(name).orElse(Word.NULL) instanceof Numeral(var value)) {
            try {
                return OptionalLong.of(value.longValueExact());
            } catch (ArithmeticException _) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /** The elements of a member that is an array; none if there is no such thing. */
    default List<Json> elements(String name) {
        return get(name).orElse(Word.NULL) instanceof Array(var values) ? values : List.of();
    }

    /** The text as it goes into a request. */
    default byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }
}
