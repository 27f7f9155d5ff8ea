package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** A folder on a server that lets its users in by SSH. */
@ApiType
public record SftpBackend(
        @JsonPropertyDescription("Name or address of the server.") @Nullable
        String host,

        @JsonPropertyDescription("Port of the server; 22 if absent.") @Nullable
        Integer port,

        @JsonPropertyDescription("User on the server.") @Nullable
        String user,

        @JsonPropertyDescription(
                "Folder of the repository; below the folder of the user if it does not start with a slash.")
        @Nullable
        String path) {}
