/**
 * What the tests of all modules share: seeds for tests of properties, made-up data, and the rule that skipped tests fail. Depends
 * on JUnit alone.
 */
@NullMarked
package dev.coffer.testing;

import org.jspecify.annotations.NullMarked;
