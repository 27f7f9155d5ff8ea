/** Tests of how credentials come to where pods need them, on an API server in memory. */
@NullMarked
package dev.coffer.operator.controller.registry;

import org.jspecify.annotations.NullMarked;
