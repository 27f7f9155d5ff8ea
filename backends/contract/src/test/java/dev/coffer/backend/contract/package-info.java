@NullMarked
package dev.coffer.backend.contract;

import org.jspecify.annotations.NullMarked;
