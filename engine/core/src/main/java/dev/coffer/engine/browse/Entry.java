package dev.coffer.engine.browse;

/** Something in the file system. Safe for use by any number of threads. */
public sealed interface Entry permits Folder, ContentFile, Entry.Link, Entry.Special {

    Attributes attributes();

    /** A symbolic link. */
    record Link(Attributes attributes, String target) implements Entry {}

    /** A device, pipe or socket, which can be looked at but not opened. */
    record Special(Attributes attributes) implements Entry {}
}
