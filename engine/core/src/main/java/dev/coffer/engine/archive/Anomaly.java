package dev.coffer.engine.archive;

/**
 * A backup that brought much more new data than others of the same folders, which moreover hardly compresses: what happens when
 * somebody encrypts the files. All numbers are shares, from 0 to 1.
 *
 * @param newShare of the data that is new to the repository
 * @param usualNewShare the largest of these shares in earlier backups
 * @param packedShare what remains of the new data when it is compressed; encrypted data keeps all of its size
 * @param usualPackedShare the same of all data of earlier backups
 */
public record Anomaly(double newShare, double usualNewShare, double packedShare, double usualPackedShare) {}
