/** Directories as they are stored: nodes, their canonical JSON, and the order they stand in. */
@NullMarked
package dev.coffer.engine.tree;

import org.jspecify.annotations.NullMarked;
