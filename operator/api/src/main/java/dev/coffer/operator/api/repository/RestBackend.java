package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A REST server for restic repositories. */
@ApiType
public record RestBackend(
        @JsonPropertyDescription("URL of the repository, without user and password.") @Nullable
        String url) {

    /** The URL; empty if there is none, or if it is none. */
    public Optional<URI> uri() {
        if (url == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(url)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
