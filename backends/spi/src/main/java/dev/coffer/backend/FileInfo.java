package dev.coffer.backend;

/**
 * A file as a backend lists it.
 *
 * @param name file name without folders
 * @param size length in bytes
 */
public record FileInfo(String name, long size) {}
