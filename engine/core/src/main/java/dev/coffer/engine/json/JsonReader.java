package dev.coffer.engine.json;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * Reads a JSON text from front to back, on request of the caller who knows what to expect. A text from a stream takes no more
 * memory than its longest string, or the longest value asked for by {@link #nextRaw}.
 *
 * <p>Text that is not what the caller expects ends in {@link MalformedJson}, whatever bytes it is made of; calls that fit no
 * text at all (a name outside an object) are an {@link IllegalStateException}. The bytes must not change meanwhile. For one
 * thread at a time.
 */
public final class JsonReader {

    private static final int MAX_DEPTH = 128;
    private static final int WORD_DIGITS = 16;
    private static final int WINDOW_BYTES = 64 << 10;
    private static final byte[] ZERO_TIME = GoTime.ZERO_TEXT.getBytes(StandardCharsets.US_ASCII);

    /** What may come next inside the innermost open value. */
    private enum State {
        TOP,
        FINISHED,
        /** Behind the opening brace. */
        FIRST_NAME,
        /** Behind a value in an object. */
        NEXT_NAME,
        MEMBER_VALUE,
        /** Behind the opening bracket. */
        FIRST_ELEMENT,
        /** Behind an element. */
        NEXT_ELEMENT,
        /** Behind the comma between two elements. */
        ELEMENT
    }

    private final JsonText text;
    private State[] states = new State[8];
    private int depth;

    /** The time read last: one often stands beside the same once more. */
    private OffsetDateTime time = GoTime.ZERO;

    private byte[] timeText = ZERO_TIME;

    private JsonReader(JsonText text) {
        this.text = text;
        states[0] = State.TOP;
    }

    /** Reads from a stream, which stays the caller's to close. A failure of the stream makes the text malformed. */
    public JsonReader(InputStream text) {
        this(text, WINDOW_BYTES);
    }

    /** @param window bytes read at a time, and kept at least */
    JsonReader(InputStream text, int window) {
        this(new JsonText(text, window));
    }

    public JsonReader(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this(new JsonText(bytes, offset, length));
    }

    public JsonReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Where the reader stands, in bytes from the start of the text. */
    public int position() {
        return text.position();
    }

    /** A complaint about the meaning of what was just read. */
    public MalformedJson malformed(String problem) {
        return text.malformed(problem);
    }

    /** Kind of the next value. */
    public JsonType peek() throws MalformedJson {
        if (state() == State.NEXT_ELEMENT) {
            text.expect(',');
            states[depth] = State.ELEMENT;
        }
        int c = text.skipSpace();
        return switch (c) {
            case '{' -> JsonType.OBJECT;
            case '[' -> JsonType.ARRAY;
            case '"' -> JsonType.STRING;
            case 't', 'f' -> JsonType.BOOLEAN;
            case 'n' -> JsonType.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonType.NUMBER;
            default -> throw malformed("expected a value but found " + JsonText.describe(c));
        };
    }

    /** Whether the next value is {@code null}; it stays unread. */
    public boolean isNull() throws MalformedJson {
        return peek() == JsonType.NULL;
    }

    public void beginObject() throws MalformedJson {
        beginValue();
        text.expect('{');
        push(State.FIRST_NAME);
    }

    public void endObject() throws MalformedJson {
        requireState(state() == State.FIRST_NAME || state() == State.NEXT_NAME);
        text.expect('}');
        depth--;
    }

    public void beginArray() throws MalformedJson {
        beginValue();
        text.expect('[');
        push(State.FIRST_ELEMENT);
    }

    public void endArray() throws MalformedJson {
        if (state() == State.ELEMENT) {
            throw malformed("expected a value");
        }
        requireState(state() == State.FIRST_ELEMENT || state() == State.NEXT_ELEMENT);
        text.expect(']');
        depth--;
    }

    /** Requires that nothing but white space follows the value that was read. */
    public void endDocument() throws MalformedJson {
        requireState(depth == 0 && state() == State.FINISHED);
        if (text.skipSpace() >= 0) {
            throw malformed("unexpected text behind the end");
        }
    }

    /** Whether the object or array that is open has a further member. */
    public boolean hasNext() throws MalformedJson {
        int c = text.skipSpace();
        return switch (state()) {
            case FIRST_NAME, NEXT_NAME -> c != '}';
            case FIRST_ELEMENT, NEXT_ELEMENT -> c != ']';
            case ELEMENT -> true;
            case TOP, FINISHED, MEMBER_VALUE -> throw new IllegalStateException("no object or array is open here");
        };
    }

    public String nextName() throws MalformedJson {
        return decode(name());
    }

    /** Reads the next name and tells which of the expected ones it is. */
    public <K> K nextName(JsonNames<K> names) throws MalformedJson {
        return find(names, name());
    }

    /** The name just read; not to be asked for once its value has been. */
    public String lastName() {
        return JsonStrings.decode(text.bytes, text.tokenStart, text.tokenEnd);
    }

    private boolean name() throws MalformedJson {
        requireState(state() == State.FIRST_NAME || state() == State.NEXT_NAME);
        if (state() == State.NEXT_NAME) {
            text.expect(',');
        }
        boolean plain = text.string();
        text.expect(':');
        states[depth] = State.MEMBER_VALUE;
        return plain;
    }

    public String nextString() throws MalformedJson {
        beginValue();
        return decode(text.string());
    }

    /** Reads a string and tells which of the expected ones it is. */
    public <K> K nextString(JsonNames<K> words) throws MalformedJson {
        beginValue();
        return find(words, text.string());
    }

    private <K> K find(JsonNames<K> names, boolean plain) {
        if (plain) {
            return names.find(text.bytes, text.tokenStart, text.tokenEnd);
        }
        byte[] name = decode(false).getBytes(StandardCharsets.UTF_8);
        return names.find(name, 0, name.length);
    }

    /** The string read last. */
    private String decode(boolean plain) {
        int start = text.tokenStart;
        int end = text.tokenEnd;
        return plain
                ? new String(text.bytes, start, end - start, StandardCharsets.ISO_8859_1)
                : JsonStrings.decode(text.bytes, start, end);
    }

    /** Reads a string of exactly 16 hex digits for each of the words. */
    public void nextHex(long[] words) throws MalformedJson {
        beginValue();
        text.string();
        int start = text.tokenStart;
        if (text.tokenEnd - start != words.length * WORD_DIGITS) {
            throw malformed("expected " + words.length * WORD_DIGITS + " hex digits");
        }
        for (int i = 0; i < words.length; i++) {
            words[i] = text.hexWord(start + i * WORD_DIGITS);
        }
    }

    /** Reads a string that holds bytes in standard base64. */
    public byte[] nextBase64() throws MalformedJson {
        beginValue();
        boolean plain = text.string();
        byte[] encoded = plain
                ? Arrays.copyOfRange(text.bytes, text.tokenStart, text.tokenEnd)
                : decode(false).getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw malformed("expected base64", e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** Reads a string that holds a time. */
    public OffsetDateTime nextTime() throws MalformedJson {
        beginValue();
        boolean plain = text.string();
        if (!Arrays.equals(text.bytes, text.tokenStart, text.tokenEnd, timeText, 0, timeText.length)) {
            time = parseTime(decode(plain));
            timeText = Arrays.copyOfRange(text.bytes, text.tokenStart, text.tokenEnd);
        }
        return time;
    }

    private OffsetDateTime parseTime(String value) throws MalformedJson {
        try {
            return GoTime.parse(value);
        } catch (DateTimeException e) {
            throw malformed("expected a time", e);
        }
    }

    public boolean nextBoolean() throws MalformedJson {
        beginValue();
        boolean value = text.skipSpace() == 't';
        text.word(value ? "true" : "false");
        return value;
    }

    public void nextNull() throws MalformedJson {
        beginValue();
        text.skipSpace();
        text.word("null");
    }

    public long nextLong() throws MalformedJson {
        number();
        long value = text.shortWhole();
        try {
            return value >= 0 ? value : Long.parseLong(numberText());
        } catch (NumberFormatException e) {
            throw malformed("expected a whole number of 64 bits", e);
        }
    }

    public int nextInt() throws MalformedJson {
        long value = nextLong();
        if (value != (int) value) {
            throw malformed("expected a whole number of 32 bits");
        }
        return (int) value;
    }

    /** Reads a whole number from 0 to 2⁶⁴−1. */
    public long nextUnsignedLong() throws MalformedJson {
        number();
        long value = text.shortWhole();
        try {
            return value >= 0 ? value : Long.parseUnsignedLong(numberText());
        } catch (NumberFormatException e) {
            throw malformed("expected a whole number from 0 to 2^64-1", e);
        }
    }

    public double nextDouble() throws MalformedJson {
        number();
        return Double.parseDouble(numberText());
    }

    /** Reads any value and gives its text as it stands. */
    public String nextRaw() throws MalformedJson {
        peek();
        text.pin();
        skipValue();
        int start = text.unpin();
        return new String(text.bytes, start, text.at - start, StandardCharsets.UTF_8);
    }

    /** Reads any value and forgets it. */
    public void skipValue() throws MalformedJson {
        switch (peek()) {
            case OBJECT -> skipObject();
            case ARRAY -> skipArray();
            case STRING -> {
                beginValue();
                text.string();
            }
            case NUMBER -> number();
            case BOOLEAN -> nextBoolean();
            case NULL -> nextNull();
        }
    }

    private void skipObject() throws MalformedJson {
        beginObject();
        while (hasNext()) {
            name();
            skipValue();
        }
        endObject();
    }

    private void skipArray() throws MalformedJson {
        beginArray();
        while (hasNext()) {
            skipValue();
        }
        endArray();
    }

    private void number() throws MalformedJson {
        beginValue();
        text.number();
    }

    /** The number just read. */
    private String numberText() {
        return new String(text.bytes, text.tokenStart, text.at - text.tokenStart, StandardCharsets.ISO_8859_1);
    }

    /** Moves to the place where a value must start. */
    private void beginValue() throws MalformedJson {
        text.forget();
        switch (state()) {
            case TOP -> states[depth] = State.FINISHED;
            case MEMBER_VALUE -> states[depth] = State.NEXT_NAME;
            case FIRST_ELEMENT, ELEMENT -> states[depth] = State.NEXT_ELEMENT;
            case NEXT_ELEMENT -> text.expect(',');
            case FINISHED, FIRST_NAME, NEXT_NAME -> throw new IllegalStateException("no value can stand here");
        }
    }

    private State state() {
        return states[depth];
    }

    private void push(State state) throws MalformedJson {
        depth++;
        if (depth > MAX_DEPTH) {
            throw malformed("nested too deeply");
        }
        if (depth == states.length) {
            states = Arrays.copyOf(states, 2 * depth);
        }
        states[depth] = state;
    }

    private static void requireState(boolean fits) {
        if (!fits) {
            throw new IllegalStateException("the reader stands elsewhere");
        }
    }

    private MalformedJson malformed(String problem, RuntimeException cause) {
        MalformedJson malformed = malformed(problem);
        malformed.initCause(cause);
        return malformed;
    }
}
