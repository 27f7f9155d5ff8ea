package dev.coffer.engine.archive;

/** One chunk of a file: its number, and its bytes, which belong to whoever takes it. */
record ChunkToSeal(PendingFile file, int number, ChunkBuffer chunk) {}
