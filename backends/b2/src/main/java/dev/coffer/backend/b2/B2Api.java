package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.MalformedJson;
import dev.coffer.backend.http.Renewable;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;

/** B2's own protocol. Logs in when the first request comes, and when a token has expired. For any number of threads. */
final class B2Api implements Closeable {

    static final String VERSION = "/b2api/v4/";

    private final Http http;
    private final URI server;
    private final B2Key key;
    private final Renewable<Authorization> authorizations = new Renewable<>(this::authorize);

    /**
     * @param http is closed with this
     * @param server where logins go to, without a path
     */
    B2Api(Http http, URI server, B2Key key) {
        this.http = http;
        this.server = server;
        this.key = key;
    }

    private Authorization authorize() throws IOException {
        String attempt = "log in to B2 as " + key.id();
        HttpCall call = HttpCall.get(URI.create(server + VERSION + "b2_authorize_account"))
                .header("Authorization", key.basic());
        HttpAnswer answer = http.send(attempt, call);
        if (!answer.ok()) {
            throw refused(B2Error.of(answer), attempt);
        }
        return Authorization.of(json(attempt, answer));
    }

    private static BackendException refused(B2Error error, String attempt) {
        BackendException failure = error.explain(attempt);
        String advice = failure.getMessage() + "; check B2_ACCOUNT_ID and B2_ACCOUNT_KEY";
        return error.status() == 401 ? new BackendException.Denied(advice, failure) : failure;
    }

    Authorization authorization() throws IOException {
        return authorizations.get();
    }

    /**
     * Calls a function.
     *
     * @param attempt for messages
     * @param parameters what it is given
     * @return what it answers
     */
    Json call(String attempt, String function, Json parameters) throws IOException {
        return json(attempt, send(attempt, authorization -> post(authorization, function, parameters)));
    }

    /** As {@link #call}, for an answer with a long array, whose elements are handed out one by one. */
    Json call(String attempt, String function, Json parameters, String array, Consumer<Json> action)
            throws IOException {
        try (HttpAnswer answer = send(attempt, authorization -> post(authorization, function, parameters))) {
            return Json.forEach(answer.body(), array, action);
        } catch (MalformedJson e) {
            throw senseless(attempt, e);
        }
    }

    private static HttpCall post(Authorization authorization, String function, Json parameters) {
        return HttpCall.post(authorization.call(function), Content.of(parameters.bytes()))
                .header("Content-Type", "application/json");
    }

    /**
     * Sends a request with our token.
     *
     * @param request makes it
     * @return an answer of success; the caller closes it
     */
    HttpAnswer send(String attempt, Function<Authorization, HttpCall> request) throws IOException {
        Authorization authorization = authorizations.get();
        HttpAnswer answer = send(attempt, authorization, request);
        if (answer.ok()) {
            return answer;
        }
        B2Error error = B2Error.of(answer);
        if (!error.isExpired()) {
            throw error.explain(attempt);
        }
        return requireOk(attempt, send(attempt, authorizations.renew(authorization), request));
    }

    private HttpAnswer send(String attempt, Authorization authorization, Function<Authorization, HttpCall> request)
            throws IOException {
        HttpCall call = request.apply(authorization);
        return http.send(
                attempt, call.header("Authorization", authorization.token().value()));
    }

    private static HttpAnswer requireOk(String attempt, HttpAnswer answer) throws IOException {
        if (!answer.ok()) {
            throw B2Error.of(answer).explain(attempt);
        }
        return answer;
    }

    /** Sends a request that has its own token. The caller closes the answer, whatever its status. */
    HttpAnswer sendAsIs(String attempt, HttpCall call) throws IOException {
        return http.send(attempt, call);
    }

    private static Json json(String attempt, HttpAnswer answer) throws IOException {
        try (answer) {
            return Json.parse(answer.bytes());
        } catch (MalformedJson e) {
            throw senseless(attempt, e);
        }
    }

    private static BackendException senseless(String attempt, MalformedJson e) {
        return new BackendException.Transient(
                "cannot " + attempt + ": B2's answer makes no sense (" + e.getMessage() + ")", e);
    }

    /** An answer without something that must be there. */
    static BackendException lacking(String attempt, String what) {
        return new BackendException.Transient("cannot " + attempt + ": B2's answer lacks " + what, null);
    }

    @Override
    public void close() {
        http.close();
    }
}
