/**
 * What is told to people about an object as it happens: {@code kubectl describe} shows it. Controllers and agent record events by
 * {@link dev.coffer.operator.api.event.Events}, which tells nothing twice. Depends on conditions.
 */
@NullMarked
package dev.coffer.operator.api.event;

import org.jspecify.annotations.NullMarked;
