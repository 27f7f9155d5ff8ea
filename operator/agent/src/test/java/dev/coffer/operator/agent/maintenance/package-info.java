@NullMarked
package dev.coffer.operator.agent.maintenance;

import org.jspecify.annotations.NullMarked;
