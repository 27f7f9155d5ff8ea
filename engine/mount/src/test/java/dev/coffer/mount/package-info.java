@NullMarked
package dev.coffer.mount;

import org.jspecify.annotations.NullMarked;
