@NullMarked
package dev.coffer.operator.agent;

import org.jspecify.annotations.NullMarked;
