package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where the service is.
 *
 * @param address without a slash at the end
 * @param emulator whether no credentials are wanted there
 */
record GsEndpoint(String address, boolean emulator) {

    private static final String GOOGLE = "https://storage.googleapis.com";
    private static final String OPTION = "gs.endpoint";
    private static final String EMULATOR = "STORAGE_EMULATOR_HOST";

    /** The option {@code gs.endpoint}, or else {@code STORAGE_EMULATOR_HOST}, or else Google's own. */
    static GsEndpoint of(BackendOptions options) throws BackendException.Rejected {
        Optional<String> given = options.option(OPTION).filter(value -> !value.isBlank());
        if (given.isPresent()) {
            return new GsEndpoint(checked(OPTION, given.get()), false);
        }
        String emulator = options.environment().getOrDefault(EMULATOR, "");
        return emulator.isBlank()
                ? new GsEndpoint(GOOGLE, false)
                : new GsEndpoint(checked(EMULATOR, emulator.contains("://") ? emulator : "http://" + emulator), true);
    }

    private static String checked(String name, String value) throws BackendException.Rejected {
        try {
            URI uri = new URI(value);
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (known && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null) {
                return value.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new BackendException.Rejected(
                name + " must be an address such as https://storage.example.com, not '" + value + "'", null);
    }
}
