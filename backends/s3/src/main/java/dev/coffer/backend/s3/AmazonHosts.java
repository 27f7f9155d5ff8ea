package dev.coffer.backend.s3;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of Amazon's own hosts tell. */
final class AmazonHosts {

    private static final Pattern AMAZON = Pattern.compile("(?:.*\\.)?amazonaws\\.com(?:\\.cn)?");
    private static final Pattern REGIONAL = Pattern.compile(
            "(?:.*\\.)?s3[.-](?:[a-z0-9]+\\.)?([a-z]{2}(?:-[a-z]+)+-\\d)\\.(?:vpce\\.)?amazonaws\\.com(?:\\.cn)?");
    private static final String GLOBAL = "s3.amazonaws.com";

    private AmazonHosts() {}

    static boolean isAmazon(URI endpoint) {
        return AMAZON.matcher(host(endpoint)).matches();
    }

    /** The region in the name of a host, as in {@code s3.eu-west-1.amazonaws.com}. */
    static Optional<String> region(URI endpoint) {
        Matcher matcher = REGIONAL.matcher(host(endpoint));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The host for a region, where the name that was given stands for all of them; else the same. */
    static URI inRegion(URI endpoint, String region) {
        if (!host(endpoint).equals(GLOBAL)) {
            return endpoint;
        }
        String suffix = region.startsWith("cn-") ? ".cn" : "";
        String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
        return URI.create(endpoint.getScheme() + "://s3." + region + ".amazonaws.com" + suffix + port);
    }

    private static String host(URI endpoint) {
        return endpoint.getHost().toLowerCase(Locale.ROOT);
    }
}
