package dev.coffer.server;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The repositories that are in use, and some that were, so that not every request has to open one. Safe for use by all
 * threads.
 */
final class RepositoryPool implements Closeable {

    /** So many that nobody uses may stay open. */
    private static final int MAX_OPEN = 64;

    private final RepositoryOpener opener;
    private final OptionalLong maxSize;

    /** Those not used for longest first. */
    private final Map<List<String>, Entry> open = new LinkedHashMap<>(16, 0.75f, true);

    RepositoryPool(RepositoryOpener opener, OptionalLong maxSize) {
        this.opener = opener;
        this.maxSize = maxSize;
    }

    private static final class Entry {

        private final ServedRepository repository;
        private int users;

        Entry(ServedRepository repository) {
            this.repository = repository;
        }
    }

    /** What may be done with a repository. */
    interface Use {
        void run(ServedRepository repository) throws IOException;
    }

    /**
     * Opens a repository, unless it is open, and does something with it.
     *
     * @throws dev.coffer.backend.BackendException.Missing if there is none, and the store tells
     */
    void use(List<String> folders, Use use) throws IOException {
        Entry entry = take(folders);
        try {
            use.run(entry.repository);
        } finally {
            giveBack(entry);
        }
    }

    /** Prepares the place for a new repository. */
    void create(List<String> folders) throws IOException {
        opener.create(folders).close();
    }

    private Entry take(List<String> folders) throws IOException {
        Optional<Entry> known = known(folders);
        if (known.isPresent()) {
            return known.get();
        }
        ServedRepository opened = new ServedRepository(opener.open(folders), maxSize);
        Entry entry = share(folders, opened);
        if (entry.repository != opened) {
            opened.close();
        }
        closeOneTooMany();
        return entry;
    }

    private synchronized Optional<Entry> known(List<String> folders) {
        Optional<Entry> known = Optional.ofNullable(open.get(folders));
        known.ifPresent(entry -> entry.users++);
        return known;
    }

    /** Of two who open the same repository at a time, both use that of the first: there must be only one quota. */
    private synchronized Entry share(List<String> folders, ServedRepository opened) {
        Entry entry = open.computeIfAbsent(folders, _ -> new Entry(opened));
        entry.users++;
        return entry;
    }

    private synchronized void giveBack(Entry entry) {
        entry.users--;
    }

    private void closeOneTooMany() throws IOException {
        Optional<ServedRepository> spare = removeOneTooMany();
        if (spare.isPresent()) {
            spare.get().close();
        }
    }

    private synchronized Optional<ServedRepository> removeOneTooMany() {
        if (open.size() <= MAX_OPEN) {
            return Optional.empty();
        }
        Iterator<Entry> entries = open.values().iterator();
        while (entries.hasNext()) {
            Entry entry = entries.next();
            if (entry.users == 0) {
                entries.remove();
                return Optional.of(entry.repository);
            }
        }
        return Optional.empty();
    }

    /** Closes all of them; nobody may use one any more. */
    @Override
    public synchronized void close() throws IOException {
        for (Entry entry : open.values()) {
            entry.repository.close();
        }
        open.clear();
    }
}
