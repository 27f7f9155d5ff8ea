/** Text that comes from operating systems and need not be Unicode, and quantities in words. Depends on the JDK alone. */
@NullMarked
package dev.coffer.engine.text;

import org.jspecify.annotations.NullMarked;
