/**
 * The local file system beyond what {@code java.nio.file} offers: raw names, nanosecond times, extended attributes, device
 * nodes. The only package that calls native functions of the system.
 */
@NullMarked
package dev.coffer.engine.fs;

import org.jspecify.annotations.NullMarked;
