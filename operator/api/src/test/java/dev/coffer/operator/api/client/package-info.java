@NullMarked
package dev.coffer.operator.api.client;

import org.jspecify.annotations.NullMarked;
