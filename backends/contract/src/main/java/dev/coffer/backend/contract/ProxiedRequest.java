package dev.coffer.backend.contract;

/**
 * A request that a {@link FaultProxy} has seen.
 *
 * @param number the first is 1
 * @param head request line and headers as they were sent; empty if the proxy does not know HTTP
 */
public record ProxiedRequest(int number, String head) {

    /** Such as {@code GET}. */
    public String method() {
        return head.substring(0, Math.max(0, head.indexOf(' ')));
    }

    /** What is asked for, from the slash after the host on. */
    public String path() {
        String[] words = head.split(" ", 3);
        return words.length < 3 ? "" : words[1];
    }

    /** The value of a header; empty if there is none of that name. */
    public String header(String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** The same, but asking the server to close the connection after its answer. */
    String headOfLastRequest() {
        StringBuilder changed = new StringBuilder();
        head.lines()
                .filter(line -> !line.isEmpty() && !line.regionMatches(true, 0, "Connection:", 0, 11))
                .forEach(line -> changed.append(line).append("\r\n"));
        return changed.append("Connection: close\r\n\r\n").toString();
    }
}
