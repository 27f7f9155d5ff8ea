package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;

/**
 * What a tree has become.
 *
 * @param files in it and below
 * @param bytes of content in these
 */
record RewrittenTree(ObjectId id, long files, long bytes) {}
