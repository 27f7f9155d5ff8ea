/** The identity of content. Depends on the JDK alone. */
@NullMarked
package dev.coffer.engine.blob;

import org.jspecify.annotations.NullMarked;
