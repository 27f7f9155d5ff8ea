package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of the addresses in the catalog of a cloud is used.
 *
 * @param region its name; any if there is none
 * @param face {@code public}, {@code internal} or {@code admin}: OpenStack calls it interface
 */
record EndpointChoice(Optional<String> region, String face) {

    /** An address of the service for objects, as a catalog lists it. */
    record Endpoint(String region, String face, String address) {}

    /** The first one that fits. */
    URI from(List<Endpoint> catalog) throws BackendException.Rejected {
        Optional<Endpoint> found = catalog.stream()
                .filter(endpoint -> endpoint.face().equals(face))
                .filter(endpoint -> region.isEmpty() || region.get().equals(endpoint.region()))
                .findFirst();
        if (found.isEmpty()) {
            throw new BackendException.Rejected(none(catalog), null);
        }
        try {
            return new URI(found.get().address().replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new BackendException.Rejected(
                    "the cloud's catalog has no proper address for object storage: "
                            + found.get().address(),
                    e);
        }
    }

    private String none(List<Endpoint> catalog) {
        String wanted =
                "object storage" + region.map(name -> " in region " + name).orElse("") + " (interface " + face + ")";
        if (catalog.isEmpty()) {
            return "the cloud's catalog has no " + wanted
                    + "; often the project is missing: set OS_PROJECT_NAME or OS_TENANT_NAME";
        }
        String there = catalog.stream()
                .map(endpoint -> endpoint.region() + " (" + endpoint.face() + ")")
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return "the cloud's catalog has no " + wanted + ", only " + there + "; set OS_REGION_NAME and OS_INTERFACE";
    }
}
