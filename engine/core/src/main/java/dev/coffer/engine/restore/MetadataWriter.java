package dev.coffer.engine.restore;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.fs.UnsupportedAttributeException;
import dev.coffer.engine.tree.ExtendedAttribute;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sets owner, extended attributes, times and permissions, in this order: a change of owner clears set-id bits and
 * capabilities, and setting attributes changes nothing that was set before. Safe for use by any number of threads.
 */
final class MetadataWriter {

    private static final int POSIX_SETUID = 04000;
    private static final int POSIX_SETGID = 02000;
    private static final int POSIX_STICKY = 01000;

    private final LocalFiles files;
    private final Predicate<String> attributes;
    private final boolean ownersByName;
    private final boolean privileged;

    MetadataWriter(RestoreRun run) {
        this.files = run.files();
        this.attributes = run.request().attributes();
        this.ownersByName = run.has(RestoreOption.OWNERSHIP_BY_NAME);
        this.privileged = files.privileged();
    }

    /** Sets what it can; throws the first failure, with the others suppressed on it. */
    void write(String target, Node node) throws IOException {
        Failures failures = new Failures();
        boolean owned = failures.attempt(() -> setOwner(target, node)) && owns(target, node);
        failures.attempt(() -> setAttributes(target, node));
        failures.attempt(() ->
                files.setTimes(target, node.atime().toInstant(), node.mtime().toInstant()));
        if (node.type() != NodeType.SYMLINK) {
            failures.attempt(() -> files.setPermissions(target, permissions(node, owned)));
        }
        failures.throwFirst();
    }

    private void setOwner(String target, Node node) throws IOException {
        try {
            files.setOwner(target, uid(node), gid(node));
        } catch (AccessDeniedException e) {
            if (privileged) {
                throw e;
            }
        }
    }

    private long uid(Node node) {
        return ownersByName ? files.owners().userId(node.user()).orElse(node.uid()) : node.uid();
    }

    private long gid(Node node) {
        return ownersByName ? files.owners().groupId(node.group()).orElse(node.gid()) : node.gid();
    }

    /** Only asked where it matters: whether set-id bits would act for the owner they were made for. */
    private boolean owns(String target, Node node) throws IOException {
        boolean setsId = (node.mode() & (FileMode.SETUID | FileMode.SETGID)) != 0;
        if (privileged || !setsId) {
            return true;
        }
        var stat = files.stat(target);
        return stat.uid() == uid(node) && stat.gid() == gid(node);
    }

    private void setAttributes(String target, Node node) throws IOException {
        Set<String> surplus = new HashSet<>();
        for (ExtendedAttribute present : files.extendedAttributes(target)) {
            surplus.add(present.name());
        }
        for (ExtendedAttribute attribute : node.extendedAttributes()) {
            surplus.remove(attribute.name());
            if (attributes.test(attribute.name())) {
                setAttribute(target, attribute);
            }
        }
        for (String name : surplus) {
            if (attributes.test(name)) {
                removeAttribute(target, name);
            }
        }
    }

    /** A file system that knows no attributes is no reason to complain about every file. */
    private void setAttribute(String target, ExtendedAttribute attribute) throws IOException {
        try {
            files.setExtendedAttribute(target, attribute.name(), attribute.value());
        } catch (UnsupportedAttributeException _) {
            return;
        }
    }

    /** The system itself attaches labels to new files, which an ordinary user cannot remove. */
    private void removeAttribute(String target, String name) throws IOException {
        try {
            files.removeExtendedAttribute(target, name);
        } catch (UnsupportedAttributeException _) {
            return;
        } catch (AccessDeniedException e) {
            if (privileged && !name.startsWith("security.")) {
                throw e;
            }
        }
    }

    private static int permissions(Node node, boolean withSetId) {
        int mode = node.mode();
        int permissions = mode & FileMode.PERMISSIONS;
        permissions |= (mode & FileMode.STICKY) != 0 ? POSIX_STICKY : 0;
        if (withSetId) {
            permissions |= (mode & FileMode.SETUID) != 0 ? POSIX_SETUID : 0;
            permissions |= (mode & FileMode.SETGID) != 0 ? POSIX_SETGID : 0;
        }
        return permissions;
    }
}
