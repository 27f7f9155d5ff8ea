package dev.coffer.operator.api.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one host has come. What is not known yet is absent. */
@ApiType
public record HostProgress(
        @JsonPropertyDescription("Host that is at work.") @Nullable
        String hostname,

        @JsonPropertyDescription("Path that is being backed up or restored.") @Nullable
        String path,

        @JsonPropertyDescription("Number of files that are done.") @Nullable
        Long filesDone,

        @JsonPropertyDescription("Number of all files.") @Nullable
        Long filesTotal,

        @JsonPropertyDescription("Number of bytes that are done.") @Nullable
        Long bytesDone,

        @JsonPropertyDescription("Number of all bytes.") @Nullable
        Long bytesTotal,

        @JsonPropertyDescription("Bytes per second, of late.") @Nullable
        Long bytesPerSecond,

        @JsonPropertyDescription("When it will be done, at this rate.") @Nullable
        Instant estimatedCompletionTime,

        @JsonPropertyDescription("When this was written.") @Nullable
        Instant lastUpdateTime) {}
