/**
 * Directories as they are stored: nodes, their canonical JSON, and the order they stand in. Depends on blob, json, and text.
 */
@NullMarked
package dev.coffer.engine.tree;

import org.jspecify.annotations.NullMarked;
