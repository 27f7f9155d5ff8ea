package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.http.ObjectNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Addresses of the JSON API.
 *
 * @param endpoint without a slash at the end
 * @param emulator whether no credentials are wanted there
 */
record GsAddresses(String endpoint, boolean emulator) {

    private static final String GOOGLE = "https://storage.googleapis.com";
    private static final String OPTION = "gs.endpoint";
    private static final String EMULATOR = "STORAGE_EMULATOR_HOST";

    /** The option {@code gs.endpoint}, or else {@code STORAGE_EMULATOR_HOST}, or else Google's own. */
    static GsAddresses of(BackendOptions options) throws BackendException.Rejected {
        Optional<String> given = options.option(OPTION).filter(value -> !value.isBlank());
        if (given.isPresent()) {
            return new GsAddresses(checked(OPTION, given.get()), false);
        }
        Optional<String> emulator = options.variable(EMULATOR);
        return emulator.isEmpty() ? new GsAddresses(GOOGLE, false) : new GsAddresses(ofEmulator(emulator.get()), true);
    }

    private static String ofEmulator(String address) throws BackendException.Rejected {
        return checked(EMULATOR, address.contains("://") ? address : "http://" + address);
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

    /** All buckets of a project. */
    URI buckets(String project) {
        return uri("/storage/v1/b", Map.of("project", project, "fields", "name"));
    }

    URI bucket(String bucket) {
        return uri("/storage/v1/b/" + segment(bucket), Map.of("fields", "name"));
    }

    /** What is known about an object. */
    URI metadata(String bucket, String object) {
        return uri(path(bucket, object), Map.of("fields", "size"));
    }

    /** The object itself, for removing it. */
    URI object(String bucket, String object) {
        return uri(path(bucket, object), Map.of());
    }

    /** The bytes of an object. */
    URI media(String bucket, String object) {
        return uri("/download" + path(bucket, object), Map.of("alt", "media"));
    }

    /** Where to send an object together with what is to be known about it. */
    URI upload(String bucket) {
        return uri("/upload" + objects(bucket), Map.of("uploadType", "multipart", "fields", "name"));
    }

    /**
     * A page of a listing.
     *
     * @param page what the page before it says; empty for the first one
     */
    URI list(String bucket, String prefix, String page) {
        Map<String, String> parameters =
                Map.of("prefix", prefix, "maxResults", "1000", "fields", "nextPageToken,items(name,size)");
        URI first = uri(objects(bucket), parameters);
        return page.isEmpty() ? first : URI.create(first + "&pageToken=" + parameter(page));
    }

    private static String objects(String bucket) {
        return "/storage/v1/b/" + segment(bucket) + "/o";
    }

    private static String path(String bucket, String object) {
        return objects(bucket) + "/" + segment(object);
    }

    /** A name is one part of the path, whatever slashes it has. */
    private static String segment(String name) {
        return ObjectNames.encode(name).replace("/", "%2F");
    }

    private static String parameter(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private URI uri(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + parameter(entry.getValue()))
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
        return URI.create(endpoint + path + (parameters.isEmpty() ? "" : query));
    }
}
