package dev.coffer.operator.api;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest leaves out: the constructors of API types replace an absent list, map or text by an empty one, and leave out
 * elements that are null.
 */
public final class Absent {

    private Absent() {}

    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    public static <V> Map<String, V> orEmpty(@Nullable Map<String, V> map) {
        return map == null
                ? Map.of()
                : map.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
