package dev.coffer.engine.restore;

import dev.coffer.engine.tree.NodeType;

/**
 * A symbolic link or special file that is to be made.
 *
 * @param linkTarget of a symbolic link, otherwise empty
 * @param device of a device node: its device number
 */
record OtherFile(NodeType type, String linkTarget, long device, Metadata metadata) {}
