package dev.coffer.backend.gs;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.util.Locale;
import java.util.Optional;

/**
 * The storage class for new data packs, by the option {@code gs.storage-class}. All other files are read often or soon
 * removed, which the cheap classes charge for; they get the default class of the bucket.
 *
 * @param name such as {@code NEARLINE}; empty for the bucket's default
 */
record PackClass(Optional<String> name) {

    static PackClass of(BackendOptions options) {
        return new PackClass(options.option("gs.storage-class")
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> value.toUpperCase(Locale.ROOT)));
    }

    /** The class for a file, if it gets one. */
    Optional<String> of(Handle file) {
        return name.filter(_ -> file.type() == FileType.PACK && !file.metadata());
    }
}
