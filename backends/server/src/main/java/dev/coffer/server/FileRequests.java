package dev.coffer.server;

import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** What clients do with the files of a repository. Safe for use by all threads. */
final class FileRequests {

    private static final String METHODS = "HEAD, GET, POST, DELETE";

    private final Rules rules;
    private final UploadReceiver receiver;
    private final SegmentPool memory;
    private final Metrics metrics;

    FileRequests(Rules rules, UploadReceiver receiver, SegmentPool memory, Metrics metrics) {
        this.rules = rules;
        this.receiver = receiver;
        this.memory = memory;
        this.metrics = metrics;
    }

    /** Answers a request for all files of a type. */
    void list(Exchange exchange, ServedRepository repository, FileType type) throws IOException {
        if (!exchange.method().equals("GET")) {
            throw Refusal.methodNotAllowed("GET");
        }
        ListingFormat format = ListingFormat.of(exchange.header("Accept"));
        List<FileInfo> found = repository.list(type);
        exchange.setHeader("Content-Type", format.mediaType());
        format.write(found, exchange.sendOpenEnded());
    }

    /** Answers a request about one file. */
    void file(Exchange exchange, RequestTarget target, ServedRepository repository, Handle handle) throws IOException {
        Metrics.Subject subject = new Metrics.Subject(exchange.user(), target.folders(), handle.type());
        switch (exchange.method()) {
            case "HEAD" -> exchange.sendLength(repository.size(handle));
            case "GET" -> load(exchange, repository, handle, subject);
            case "POST" -> {
                metrics.written(subject, save(exchange, repository, handle));
                exchange.send(Status.OK);
            }
            case "DELETE" -> {
                rules.requireRemovable(handle);
                repository.remove(handle).ifPresent(size -> metrics.deleted(subject, size));
                exchange.send(Status.OK);
            }
            default -> throw Refusal.methodNotAllowed(METHODS);
        }
    }

    private void load(Exchange exchange, ServedRepository repository, Handle handle, Metrics.Subject subject)
            throws IOException {
        Download download = Download.of(repository, handle, exchange.header("Range"));
        metrics.read(subject, download.length());
        download.send(exchange, memory);
    }

    /** Returns the size. */
    private long save(Exchange exchange, ServedRepository repository, Handle handle) throws IOException {
        OptionalLong announced = exchange.bodyLength();
        repository.requireRoom(announced.orElse(0));
        try (Upload upload = receiver.receive(exchange.body(), announced)) {
            if (handle.type() != FileType.CONFIG && !upload.hash().equals(handle.name())) {
                throw Refusal.badRequest();
            }
            repository.save(handle, upload);
            return upload.content().length();
        }
    }
}
