package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The options of one kind of store, by their names without its scheme. Empty ones count as not given.
 *
 * @param options all options
 * @param scheme such as {@code s3}
 */
record OptionReader(BackendOptions options, String scheme) {

    private static final Set<String> TRUE = Set.of("true", "t", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "0");
    private static final Pattern DURATION = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

    /** @throws BackendException.Rejected if there is an option of this store that is none of these */
    void requireKnown(Set<String> known) throws BackendException.Rejected {
        String prefix = scheme + ".";
        for (String option : options.extended().keySet()) {
            if (option.startsWith(prefix) && !known.contains(option.substring(prefix.length()))) {
                throw new BackendException.Rejected(
                        "there is no option " + option + "; those of this store are "
                                + new TreeSet<>(known)
                                        .stream().map(name -> prefix + name).collect(Collectors.joining(", ")),
                        null);
            }
        }
    }

    Optional<String> text(String name) {
        return options.option(scheme + "." + name).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean flag(String name) throws BackendException.Rejected {
        String value = text(name).orElse("false").toLowerCase(Locale.ROOT);
        if (!TRUE.contains(value) && !FALSE.contains(value)) {
            throw wrong(name, "true or false", value);
        }
        return TRUE.contains(value);
    }

    /** A whole number above 0. */
    int number(String name, int otherwise) throws BackendException.Rejected {
        String value = text(name).orElse(String.valueOf(otherwise));
        if (!value.matches("0*[1-9]\\d{0,8}")) {
            throw wrong(name, "a whole number above 0", value);
        }
        return Integer.parseInt(value);
    }

    /** Such as {@code 36h} or {@code 1h30m}. */
    Duration duration(String name, Duration otherwise) throws BackendException.Rejected {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(value.get());
        if (!matcher.matches()) {
            throw wrong(name, "a time such as 36h or 1h30m", value.get());
        }
        return Duration.ofHours(part(matcher, 1)).plusMinutes(part(matcher, 2)).plusSeconds(part(matcher, 3));
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** One of a few words, in capital letters or small ones. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) throws BackendException.Rejected {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.get())) {
                return constant;
            }
        }
        String words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw wrong(name, "one of " + words, value.get());
    }

    BackendException.Rejected wrong(String name, String expected, String value) {
        return new BackendException.Rejected(
                "option " + scheme + "." + name + " must be " + expected + ", not '" + value + "'", null);
    }
}
