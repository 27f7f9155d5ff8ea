package dev.coffer.engine.index;

import dev.coffer.engine.blob.ObjectId;
import java.time.Instant;

/**
 * Says that a pack is to go: whoever reads the mark does not rely on the pack when it saves something, though it is still there
 * and listed, and may be read.
 *
 * @param since not later than anybody could see the mark
 */
public record PackMark(ObjectId pack, Instant since) {}
