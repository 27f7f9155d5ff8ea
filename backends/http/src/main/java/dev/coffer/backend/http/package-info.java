/** What stores that are reached by HTTP have in common: TLS, proxies, time limits, and what answers mean. */
@NullMarked
package dev.coffer.backend.http;

import org.jspecify.annotations.NullMarked;
