@NullMarked
package dev.coffer.backend.s3;

import org.jspecify.annotations.NullMarked;
