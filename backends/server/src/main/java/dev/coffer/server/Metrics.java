package dev.coffer.server;

import dev.coffer.backend.FileType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts what happens. Counters about files have the names that rest-server gives them, so that dashboards need not change.
 * Safe for use by all threads.
 */
final class Metrics {

    private static final String FILES = "rest_server_blob_";

    private final LongSupplier memory;
    private final Map<Counter, LongAdder> counters = new ConcurrentHashMap<>();
    private final LongAdder running = new LongAdder();

    /**
     * @param name such as {@code rest_server_blob_read_total}
     * @param labels as they are written
     */
    private record Counter(String name, String labels) {}

    /** Whose file, of which repository. */
    record Subject(String user, List<String> folders, FileType type) {

        private String labels() {
            return "{repo=" + PrometheusText.quoted(String.join("/", folders)) + ",type=\"" + type.directory()
                    + "\",user=" + PrometheusText.quoted(user) + "}";
        }
    }

    /** @param memory how many bytes requests hold now */
    Metrics(LongSupplier memory) {
        this.memory = memory;
    }

    void read(Subject subject, long bytes) {
        count("read", subject, bytes);
    }

    void written(Subject subject, long bytes) {
        count("write", subject, bytes);
    }

    void deleted(Subject subject, long bytes) {
        count("delete", subject, bytes);
    }

    private void count(String verb, Subject subject, long bytes) {
        add(new Counter(FILES + verb + "_total", subject.labels()), 1);
        add(new Counter(FILES + verb + "_bytes_total", subject.labels()), bytes);
    }

    /** A request is being worked on. */
    void started() {
        running.increment();
    }

    /**
     * It is done.
     *
     * @param status of the answer; 0 if the client was gone before
     */
    void ended(int status) {
        running.decrement();
        add(new Counter("coffer_http_requests_total", "{code=\"" + status + "\"}"), 1);
    }

    private void add(Counter counter, long amount) {
        counters.computeIfAbsent(counter, _ -> new LongAdder()).add(amount);
    }

    /** All of it, as Prometheus reads it. */
    String text() {
        PrometheusText text = new PrometheusText();
        text.counter("coffer_http_requests_total", "Requests by status of the answer; 0: the client was gone");
        addSeries(text, "coffer_http_requests_total");
        text.gauge("coffer_http_requests_running", "Requests being worked on", running.sum());
        text.gauge("coffer_http_buffer_bytes", "Memory that holds what is on its way", memory.getAsLong());
        for (String verb : List.of("write", "read", "delete")) {
            text.counter(FILES + verb + "_total", "Files: " + verb);
            addSeries(text, FILES + verb + "_total");
            text.counter(FILES + verb + "_bytes_total", "Bytes of files: " + verb);
            addSeries(text, FILES + verb + "_bytes_total");
        }
        return text.toString();
    }

    private void addSeries(PrometheusText text, String name) {
        counters.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .sorted(Comparator.comparing(entry -> entry.getKey().labels()))
                .forEach(entry -> text.value(
                        name, entry.getKey().labels(), entry.getValue().sum()));
    }
}
