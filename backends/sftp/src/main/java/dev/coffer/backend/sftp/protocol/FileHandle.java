package dev.coffer.backend.sftp.protocol;

/** A file or folder that the server holds open for one client. */
public record FileHandle(byte[] bytes) {}
