package dev.coffer.engine.restore;

import dev.coffer.engine.fs.Entry;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.UnsupportedAttributeException;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sets owner, extended attributes, times and permissions, in this order: a change of owner clears set-id bits and
 * capabilities, and setting attributes changes nothing that was set before. Safe for use by any number of threads.
 */
final class MetadataWriter {

    private final Predicate<String> attributes;
    private final boolean privileged;

    MetadataWriter(RestoreRun run) {
        this.attributes = run.request().attributes();
        this.privileged = run.files().privileged();
    }

    /** Sets what it can; throws the first failure, with the others suppressed on it. */
    void write(Entry entry, Metadata metadata) throws IOException {
        Failures failures = new Failures();
        boolean owned = failures.attempt(() -> setOwner(entry, metadata)) && owns(entry, metadata);
        failures.attempt(() -> setAttributes(entry, metadata));
        failures.attempt(() -> entry.setTimes(metadata.atime(), metadata.mtime()));
        failures.attempt(
                () -> entry.setPermissions(owned ? metadata.permissions() : metadata.permissionsWithoutSetId()));
        failures.throwFirst();
    }

    /** The same for what was there before: if all of it is right already, nothing is set, so that no disk has to write. */
    void correct(Entry entry, Metadata metadata) throws IOException {
        if (!isRight(entry, metadata)) {
            write(entry, metadata);
        }
    }

    private static boolean isRight(Entry entry, Metadata metadata) {
        try {
            FileStat stat = entry.stat();
            return stat.uid() == metadata.uid()
                    && stat.gid() == metadata.gid()
                    && stat.permissions() == metadata.permissions()
                    && stat.mtime().equals(metadata.mtime())
                    && stat.atime().equals(metadata.atime())
                    && Set.copyOf(entry.extendedAttributes()).equals(Set.copyOf(metadata.attributes()));
        } catch (IOException _) {
            // what cannot be looked at can perhaps still be set
            return false;
        }
    }

    /** The same as {@link #write} for a symbolic link, which has no permissions. */
    void writeToLink(Entry entry, Metadata metadata) throws IOException {
        Failures failures = new Failures();
        failures.attempt(() -> setOwner(entry, metadata));
        failures.attempt(() -> setAttributes(entry, metadata));
        failures.attempt(() -> entry.setTimes(metadata.atime(), metadata.mtime()));
        failures.throwFirst();
    }

    private void setOwner(Entry entry, Metadata metadata) throws IOException {
        try {
            entry.setOwner(metadata.uid(), metadata.gid());
        } catch (AccessDeniedException e) {
            if (privileged) {
                throw e;
            }
        }
    }

    /** Only asked where it matters: whether set-id bits would act for the owner they were made for. */
    private boolean owns(Entry entry, Metadata metadata) throws IOException {
        if (privileged || !metadata.setsId()) {
            return true;
        }
        FileStat stat = entry.stat();
        return stat.uid() == metadata.uid() && stat.gid() == metadata.gid();
    }

    private void setAttributes(Entry entry, Metadata metadata) throws IOException {
        List<ExtendedAttribute> present = entry.extendedAttributes();
        if (present.isEmpty() && metadata.attributes().isEmpty()) {
            return;
        }
        Set<String> surplus = new HashSet<>();
        for (ExtendedAttribute attribute : present) {
            surplus.add(attribute.name());
        }
        for (ExtendedAttribute attribute : metadata.attributes()) {
            surplus.remove(attribute.name());
            if (attributes.test(attribute.name())) {
                setAttribute(entry, attribute);
            }
        }
        for (String name : surplus) {
            if (attributes.test(name)) {
                removeAttribute(entry, name);
            }
        }
    }

    /** A file system that knows no attributes is no reason to complain about every file. */
    private void setAttribute(Entry entry, ExtendedAttribute attribute) throws IOException {
        try {
            entry.setExtendedAttribute(attribute.name(), attribute.value());
        } catch (UnsupportedAttributeException _) {
            return;
        }
    }

    /** The system itself attaches labels to new files, which an ordinary user cannot remove. */
    private void removeAttribute(Entry entry, String name) throws IOException {
        try {
            entry.removeExtendedAttribute(name);
        } catch (UnsupportedAttributeException _) {
            return;
        } catch (AccessDeniedException e) {
            if (privileged && !name.startsWith("security.")) {
                throw e;
            }
        }
    }
}
