package dev.coffer.engine.browse;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Entries made of what is stored. Folders looked into lately are kept in memory, up to a number of entries. Safe for use by any
 * number of threads.
 */
final class StoredEntries {

    private static final int MAX_CACHED_ENTRIES = 100_000;
    private static final long MAX_CACHED_BYTES = 64L << 20;

    private final BlobLoader blobs;
    private final Index index;
    private final BlobCache contents;
    private final Optional<Owner> owner;
    private final Map<ObjectId, SequencedMap<String, Entry>> folders = new LinkedHashMap<>(16, 0.75f, true);
    private int cachedEntries;

    /** @param owner of everything, instead of those who owned it */
    StoredEntries(Repository repository, Optional<Owner> owner) {
        this.blobs = repository.blobs();
        this.index = repository.index();
        this.contents = new BlobCache(
                blobs, MAX_CACHED_BYTES, repository.backend().properties().connections());
        this.owner = owner;
    }

    /** A folder whose tree is stored. */
    Folder folder(Attributes attributes, ObjectId tree) {
        return new StoredFolder(attributes, tree);
    }

    private final class StoredFolder implements Folder {

        private final Attributes attributes;
        private final ObjectId tree;

        StoredFolder(Attributes attributes, ObjectId tree) {
            this.attributes = attributes;
            this.tree = tree;
        }

        @Override
        public Attributes attributes() {
            return attributes;
        }

        @Override
        public SequencedMap<String, Entry> entries() throws IOException {
            return StoredEntries.this.entries(tree);
        }
    }

    private SequencedMap<String, Entry> entries(ObjectId tree) throws IOException {
        synchronized (folders) {
            SequencedMap<String, Entry> known = folders.get(tree);
            if (known != null) {
                return known;
            }
        }
        SequencedMap<String, Entry> read = read(tree);
        keep(tree, read);
        return read;
    }

    private void keep(ObjectId tree, SequencedMap<String, Entry> entries) {
        synchronized (folders) {
            if (folders.put(tree, entries) == null) {
                cachedEntries += entries.size();
            }
            Iterator<SequencedMap<String, Entry>> oldest = folders.values().iterator();
            while (cachedEntries > MAX_CACHED_ENTRIES && folders.size() > 1) {
                cachedEntries -= oldest.next().size();
                oldest.remove();
            }
        }
    }

    /** Names that no folder can have are left out: whoever stored them wants to lead out of it. */
    private SequencedMap<String, Entry> read(ObjectId tree) throws IOException {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        try (TreeReader reader = TreeReader.of(blobs.content(BlobHandle.tree(tree)))) {
            for (Optional<Node> next = reader.next(); next.isPresent(); next = reader.next()) {
                Node node = next.get();
                if (node.hasPlainName()) {
                    entries.put(NativeString.printable(node.name()), entry(node));
                }
            }
        }
        return Collections.unmodifiableSequencedMap(entries);
    }

    private Entry entry(Node node) {
        Attributes attributes = Attributes.of(node, owner.orElseGet(() -> Owner.of(node)));
        return switch (node.type()) {
            case DIR -> directory(node, attributes);
            case FILE -> new StoredFile(attributes, node);
            case SYMLINK -> new Entry.Link(attributes, node.linkTarget());
            case DEV, CHARDEV, FIFO, SOCKET, IRREGULAR, UNKNOWN -> new Entry.Special(attributes);
        };
    }

    private Entry directory(Node node, Attributes attributes) {
        ObjectId subtree = node.subtree();
        return subtree == null ? new Entry.Special(attributes) : folder(attributes, subtree);
    }

    private final class StoredFile implements ContentFile {

        private final Attributes attributes;
        private final Node node;

        StoredFile(Attributes attributes, Node node) {
            this.attributes = attributes;
            this.node = node;
        }

        @Override
        public Attributes attributes() {
            return attributes;
        }

        @Override
        public OpenContent open() throws IOException {
            List<ObjectId> content = node.content();
            if (content == null) {
                throw new CorruptData("the snapshot does not say what is in this file", null);
            }
            return new OpenContent(content, ends(content), contents);
        }
    }

    private long[] ends(List<ObjectId> content) throws MissingBlob {
        long[] ends = new long[content.size()];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            BlobHandle blob = BlobHandle.data(content.get(i));
            end += index.lookup(blob)
                    .orElseThrow(() -> new MissingBlob(blob + " is not in the index"))
                    .blob()
                    .plainLength();
            ends[i] = end;
        }
        return ends;
    }
}
