/**
 * What is known about an object: {@link dev.coffer.operator.api.condition.Condition}s in its status. Their types and reasons are
 * in {@link dev.coffer.operator.api.condition.ConditionType}.
 */
@NullMarked
package dev.coffer.operator.api.condition;

import org.jspecify.annotations.NullMarked;
