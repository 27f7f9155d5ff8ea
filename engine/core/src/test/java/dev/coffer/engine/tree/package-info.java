@NullMarked
package dev.coffer.engine.tree;

import org.jspecify.annotations.NullMarked;
