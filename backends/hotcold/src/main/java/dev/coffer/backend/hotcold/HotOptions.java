package dev.coffer.backend.hotcold;

import dev.coffer.backend.BackendOptions;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings for the hot store: those for both, and over them what is meant for it alone, options that start with {@code hot.} and
 * environment variables that start with {@code COFFER_HOT_}. So {@code -o hot.s3.connections=20} counts as
 * {@code s3.connections} there, and {@code COFFER_HOT_AWS_ACCESS_KEY_ID} as {@code AWS_ACCESS_KEY_ID}.
 */
final class HotOptions {

    private static final String OPTION = "hot.";
    private static final String VARIABLE = "COFFER_HOT_";

    private HotOptions() {}

    static BackendOptions of(BackendOptions both) {
        return new BackendOptions(overlaid(both.extended(), OPTION), overlaid(both.environment(), VARIABLE));
    }

    private static Map<String, String> overlaid(Map<String, String> settings, String prefix) {
        Map<String, String> result = new HashMap<>(settings);
        settings.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                result.put(name.substring(prefix.length()), value);
            }
        });
        return result;
    }
}
