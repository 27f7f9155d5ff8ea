package dev.coffer.engine.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names an object may have (or the words a string may be), each standing for a key, recognised in the text without making strings.
 *
 * @param <K> usually an enum, so that a {@code switch} over it is complete
 */
public final class JsonNames<K> {

    private record Entry<K>(byte[] name, K key) {}

    private final K other;
    /** Open addressing; at most a quarter is used. */
    private final List<@Nullable Entry<K>> slots;

    private JsonNames(K other, Map<String, K> keys) {
        this.other = other;
        int size = Integer.highestOneBit(Math.max(1, keys.size())) * 8;
        this.slots = new ArrayList<>(Collections.nCopies(size, null));
        keys.forEach(this::put);
    }

    /** Recognises the names in {@code keys}; all others stand for {@code other}. */
    public static <K> JsonNames<K> of(K other, Map<String, K> keys) {
        return new JsonNames<>(other, keys);
    }

    /** Recognises the names of all constants of the enum that {@code other} belongs to, except that of {@code other}. */
    public static <K extends Enum<K>> JsonNames<K> of(K other, Function<K, String> name) {
        Map<String, K> keys = new HashMap<>();
        for (K key : other.getDeclaringClass().getEnumConstants()) {
            if (key != other) {
                keys.put(name.apply(key), key);
            }
        }
        return new JsonNames<>(other, keys);
    }

    private void put(String name, K key) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int slot = slot(bytes, 0, bytes.length);
        while (slots.get(slot) != null) {
            slot = next(slot);
        }
        slots.set(slot, new Entry<>(bytes, key));
    }

    /** The key for the name in {@code text}. */
    K find(byte[] text, int start, int end) {
        int slot = slot(text, start, end);
        for (Entry<K> entry = slots.get(slot); entry != null; entry = slots.get(slot)) {
            if (Arrays.equals(entry.name, 0, entry.name.length, text, start, end)) {
                return entry.key;
            }
            slot = next(slot);
        }
        return other;
    }

    private int slot(byte[] text, int start, int end) {
        int length = end - start;
        int hash = length == 0 ? 0 : length * 31 + text[start] * 7 + text[start + length / 2] * 13 + text[end - 1];
        return hash & (slots.size() - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.size() - 1);
    }
}
