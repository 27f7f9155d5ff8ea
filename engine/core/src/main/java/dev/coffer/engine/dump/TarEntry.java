package dev.coffer.engine.dump;

import java.util.SortedMap;

/**
 * What a tar header says, before it is known whether it fits.
 *
 * @param name as bytes, with a slash at the end for directories
 * @param type the type flag
 * @param mode nine permission bits and the three above them
 * @param seconds time of modification since the epoch
 * @param attributes extended records by key, besides those that stand in for too small fields
 */
@SuppressWarnings("ArrayRecordComponent") // passed from one method to the next and never compared
record TarEntry(
        byte[] name,
        byte type,
        byte[] linkName,
        int mode,
        long uid,
        long gid,
        byte[] user,
        byte[] group,
        long size,
        long seconds,
        SortedMap<String, byte[]> attributes) {}
