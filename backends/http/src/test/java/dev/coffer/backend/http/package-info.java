@NullMarked
package dev.coffer.backend.http;

import org.jspecify.annotations.NullMarked;
