/** Tests of sealing and opening. */
@NullMarked
package dev.coffer.engine.crypto;

import org.jspecify.annotations.NullMarked;
