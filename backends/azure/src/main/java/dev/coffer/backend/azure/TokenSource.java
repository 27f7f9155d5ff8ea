package dev.coffer.backend.azure;

import java.io.IOException;

/** Where tokens come from. */
@FunctionalInterface
interface TokenSource {

    AzureToken fetch() throws IOException;
}
