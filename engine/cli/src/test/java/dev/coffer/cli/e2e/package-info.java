/**
 * The finished program against the real restic, process by process, on real directories.
 *
 * <p>{@code restic} must be on the PATH; the environment variable RESTIC may name another binary, for example a newer one.
 * These tests run after packaging ({@code mvn verify}). Those that take minutes are tagged {@code slow} and run with
 * {@code -Pslow}.
 */
@NullMarked
package dev.coffer.cli.e2e;

import org.jspecify.annotations.NullMarked;
