/**
 * Which pack holds which blob.
 *
 * <p>On the store the answer is spread over index files, each a JSON list of packs with their blobs; in memory it is one
 * {@link dev.coffer.engine.index.Index} of compact arrays. The same blob may stand in several packs; all places are kept.
 */
@NullMarked
package dev.coffer.engine.index;

import org.jspecify.annotations.NullMarked;
