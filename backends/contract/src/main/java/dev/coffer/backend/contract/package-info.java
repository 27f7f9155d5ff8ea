/**
 * What every store must do, as tests. A store's own test class extends
 * {@link dev.coffer.backend.contract.BackendContract}; where a test can also put files of other programs into the store, it
 * implements {@link dev.coffer.backend.contract.ForeignFilesContract} as well. Depends on {@code dev.coffer.backend},
 * JUnit and AssertJ.
 */
@NullMarked
package dev.coffer.backend.contract;

import org.jspecify.annotations.NullMarked;
