package dev.coffer.backend.sftp.protocol;

/**
 * A file or folder, as its folder lists it.
 *
 * @param name without the folder
 */
public record FolderEntry(String name, Attributes attributes) {}
