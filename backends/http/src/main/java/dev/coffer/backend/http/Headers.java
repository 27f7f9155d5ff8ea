package dev.coffer.backend.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/** Headers by their names, which upper and lower case do not tell apart. */
final class Headers {

    private Headers() {}

    static SortedMap<String, List<String>> of(MessageHeaders message) {
        SortedMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : message.getHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
        }
        return Collections.unmodifiableSortedMap(headers);
    }
}
