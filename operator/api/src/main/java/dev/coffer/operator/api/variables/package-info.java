/** Variables in Functions, Tasks, blueprints and templates. Depends on nothing. */
@NullMarked
package dev.coffer.operator.api.variables;

import org.jspecify.annotations.NullMarked;
