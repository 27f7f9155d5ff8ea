/** What the arguments that targets add to backups and to restores have in common. */
@NullMarked
package dev.coffer.operator.agent.arguments;

import org.jspecify.annotations.NullMarked;
