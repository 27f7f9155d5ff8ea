package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import org.jspecify.annotations.Nullable;

/** What is done before a backup or restore. All actions that are given are done, in the order they have here. */
@ApiType
public record Hook(
        @JsonPropertyDescription("A command to run in a container.") @Nullable
        ExecAction exec,

        @JsonPropertyDescription("A GET request to send.") @Nullable
        HttpGetAction httpGet,

        @JsonPropertyDescription("A POST request to send.") @Nullable
        HttpPostAction httpPost,

        @JsonPropertyDescription("A connection to open.") @Nullable
        TcpSocketAction tcpSocket,

        @JsonPropertyDescription("Container for commands and named ports; the first of the pod if absent.") @Nullable
        String containerName) {}
