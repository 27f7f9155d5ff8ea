package dev.coffer.backend.sftp;

import dev.coffer.backend.sftp.protocol.Attributes;

/**
 * With which permissions folders and files are made. A repository belongs to its owner alone, unless its config is readable
 * for the group: then the group takes part in everything.
 *
 * @param folder for new folders
 * @param writing for a file that is being written
 * @param finished for a file that is complete; nobody may write it
 */
record RemoteModes(int folder, int writing, int finished) {

    static final RemoteModes OWNER = new RemoteModes(0700, 0600, 0400);
    static final RemoteModes GROUP = new RemoteModes(0770, 0660, 0440);

    private static final int GROUP_MAY_READ = 0040;

    /** The permissions that fit a repository with such a config. */
    static RemoteModes of(Attributes config) {
        boolean group = (config.mode().orElse(0) & GROUP_MAY_READ) != 0;
        return group ? GROUP : OWNER;
    }
}
