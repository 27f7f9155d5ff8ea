@NullMarked
package dev.coffer.server;

import org.jspecify.annotations.NullMarked;
