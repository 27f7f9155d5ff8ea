package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The environment. An empty variable counts as one that is not set. */
record Variables(Map<String, String> environment) {

    /** The value of the first of these variables that is set. */
    Optional<String> first(String... names) {
        return Arrays.stream(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** As {@link #first}, of a value there is no doing without. */
    String require(String... names) throws BackendException.Rejected {
        return first(names).orElseThrow(() -> missing(String.join(" or ", names)));
    }

    /** As {@link #first}, of an address. */
    Optional<URI> address(String... names) throws BackendException.Rejected {
        Optional<String> value = first(names);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(withoutSlash(value.get()));
            if (address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException _) {
            // told below
        }
        throw new BackendException.Rejected(
                String.join(" or ", names) + " must be an address such as https://cloud.example.com:5000/v3, not '"
                        + value.get() + "'",
                null);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? withoutSlash(address.substring(0, address.length() - 1)) : address;
    }

    static BackendException.Rejected missing(String name) {
        return new BackendException.Rejected(
                "cannot log in to Swift: " + name
                        + " is not set. There must be OS_AUTH_URL with OS_USERNAME and OS_PASSWORD"
                        + " or with OS_APPLICATION_CREDENTIAL_ID and OS_APPLICATION_CREDENTIAL_SECRET (Keystone), or"
                        + " ST_AUTH, ST_USER and ST_KEY (the older way), or OS_STORAGE_URL and OS_AUTH_TOKEN",
                null);
    }
}
