/**
 * JSON as Go's {@code encoding/json} writes it, byte for byte: ids of trees are hashes of such text. A streaming writer into
 * memory, a pull parser over memory, and Go's form of times. Depends on the JDK alone.
 */
@NullMarked
package dev.coffer.engine.json;

import org.jspecify.annotations.NullMarked;
