/**
 * Tests of the group {@code azurite} need Microsoft's emulator of Azure's storage, which {@code .ci/checks/azurite} installs;
 * the others need nothing.
 */
@NullMarked
package dev.coffer.backend.azure;

import org.jspecify.annotations.NullMarked;
