package dev.coffer.engine.repository;

import dev.coffer.engine.blob.ObjectId;

/**
 * What became of a blob that was to be saved.
 *
 * @param id its identity
 * @param added whether it is new to the repository
 * @param plainLength bytes of content
 * @param storedLength bytes it takes in a pack; 0 unless added
 */
public record SavedBlob(ObjectId id, boolean added, int plainLength, int storedLength) {}
