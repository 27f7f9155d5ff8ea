package dev.coffer.backend.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads one JSON text from front to back. For one thread. */
final class JsonParser {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int END = -1;

    private final Reader reader;
    private int next;
    private int depth;

    /** @param text UTF-8; stays the caller's to close */
    JsonParser(InputStream text) throws IOException {
        this.reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        this.next = reader.read();
    }

    Json whole() throws IOException {
        Json value = value();
        requireEnd();
        return value;
    }

    void elements(Consumer<Json> action) throws IOException {
        eachElement(action);
        requireEnd();
    }

    Json objectWithout(String member, Consumer<Json> action) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        eachMember(name -> {
            if (name.equals(member) && peek() == '[') {
                eachElement(action);
                members.put(name, Json.array());
            } else {
                members.put(name, value());
            }
        });
        requireEnd();
        return new Json.Structure(members);
    }

    private void requireEnd() throws IOException {
        if (peek() != END) {
            throw unexpected("the end");
        }
    }

    private Json value() throws IOException {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> word(Json.Word.TRUE);
            case 'f' -> word(Json.Word.FALSE);
            case 'n' -> word(Json.Word.NULL);
            default -> number();
        };
    }

    private Json object() throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        eachMember(name -> members.put(name, value()));
        return new Json.Structure(members);
    }

    private Json array() throws IOException {
        List<Json> values = new ArrayList<>();
        eachElement(values::add);
        return new Json.Array(values);
    }

    private interface Member {
        /** Reads the value that stands behind the name. */
        void read(String name) throws IOException;
    }

    private void eachMember(Member member) throws IOException {
        open('{');
        if (peek() != '}') {
            do {
                peek();
                String name = string();
                expect(':');
                member.read(name);
            } while (another());
        }
        close('}');
    }

    private void eachElement(Consumer<Json> action) throws IOException {
        open('[');
        if (peek() != ']') {
            do {
                action.accept(value());
            } while (another());
        }
        close(']');
    }

    private void open(char bracket) throws IOException {
        expect(bracket);
        if (++depth > MAX_DEPTH) {
            throw new MalformedJson("values within values, more than " + MAX_DEPTH + " deep");
        }
    }

    private void close(char bracket) throws IOException {
        expect(bracket);
        depth--;
    }

    private boolean another() throws IOException {
        if (peek() != ',') {
            return false;
        }
        advance();
        return true;
    }

    private void expect(char c) throws IOException {
        if (peek() != c) {
            throw unexpected("'" + c + "'");
        }
        advance();
    }

    private Json word(Json.Word word) throws IOException {
        for (char c : word.toString().toCharArray()) {
            if (next != c) {
                throw unexpected(word.toString());
            }
            advance();
        }
        return word;
    }

    private Json number() throws IOException {
        StringBuilder digits = new StringBuilder();
        while (next != END && "+-.0123456789eE".indexOf(next) >= 0 && digits.length() < MAX_NUMBER_LENGTH) {
            digits.append((char) advance());
        }
        if (digits.isEmpty()) {
            throw unexpected("a value");
        }
        try {
            return new Json.Numeral(new BigDecimal(digits.toString()));
        } catch (NumberFormatException _) {
            throw new MalformedJson("'" + digits + "' is no number");
        }
    }

    private String string() throws IOException {
        if (next != '"') {
            throw unexpected("a string");
        }
        advance();
        StringBuilder text = new StringBuilder();
        while (next != '"') {
            if (next < ' ') {
                throw unexpected("more of a string");
            }
            int c = advance();
            text.append(c == '\\' ? escaped() : (char) c);
        }
        advance();
        return text.toString();
    }

    private char escaped() throws IOException {
        int c = advance();
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw new MalformedJson("there is no escape of that kind in JSON");
        };
    }

    private char codeUnit() throws IOException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(advance(), 16);
            if (digit < 0) {
                throw new MalformedJson("an escape without four hex digits");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    /** What comes next that is no space. */
    private int peek() throws IOException {
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            advance();
        }
        return next;
    }

    private int advance() throws IOException {
        int current = next;
        next = reader.read();
        return current;
    }

    private MalformedJson unexpected(String expected) {
        String found = next == END ? "the end" : next < ' ' ? "a control character" : "'" + (char) next + "'";
        return new MalformedJson("expected " + expected + " but found " + found);
    }
}
