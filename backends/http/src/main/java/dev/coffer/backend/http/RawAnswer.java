package dev.coffer.backend.http;

import java.io.InputStream;
import java.net.http.HttpHeaders;

/**
 * The head of an answer, and a stream with its body, to be closed by whoever gets it.
 *
 * @param status such as 200
 */
record RawAnswer(int status, HttpHeaders headers, InputStream body) {}
