package dev.coffer.backend.gs;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * The storage class for new data packs, by the option {@code gs.storage-class}. All other files are read often or soon
 * removed, which the cheap classes charge for; they get the default class of the bucket.
 *
 * @param name such as {@code NEARLINE}; empty for the bucket's default
 */
record StorageClass(Optional<String> name) {

    static StorageClass of(BackendOptions options) {
        return new StorageClass(options.option("gs.storage-class")
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> value.toUpperCase(Locale.ROOT)));
    }

    /** What is to be known about a new object, with its class if it gets one. */
    Json describe(Handle file, Json metadata) {
        boolean data = file.type() == FileType.PACK && !file.metadata();
        return data && name.isPresent() ? metadata.with("storageClass", Json.of(name.get())) : metadata;
    }
}
