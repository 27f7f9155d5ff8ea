@NullMarked
package dev.coffer.operator.agent.session;

import org.jspecify.annotations.NullMarked;
