package dev.coffer.server;

/** Metrics in the text format of Prometheus. For one thread. */
final class PrometheusText {

    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();

    /** Begins a counter, whose values follow. */
    void counter(String name, String help) {
        begin(name, help, "counter");
    }

    /** A single number that goes up and down. */
    void gauge(String name, String help, long value) {
        begin(name, help, "gauge");
        value(name, "", value);
    }

    private void begin(String name, String help, String type) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /** @param labels in braces, or an empty text */
    void value(String name, String labels, long value) {
        text.append(name).append(labels).append(' ').append(value).append('\n');
    }

    /** The value of a label. */
    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
