package dev.coffer.cli;

import java.net.URL;
import java.net.URLStreamHandler;
import java.net.URLStreamHandlerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells the JDK at once that its own handler is the one for addresses that begin with {@code http:}. Else it opens the JAR to look
 * for others, which takes longer than all else before the key is derived; and it makes such an address whenever it first encrypts.
 */
final class BuiltInHandlers implements URLStreamHandlerFactory {

    private static final String HTTP = "sun.net.www.protocol.http.Handler";

    private BuiltInHandlers() {}

    /** Changes nothing if somebody has chosen handlers for this process before, say an agent of the JVM. */
    static void prefer() {
        try {
            URL.setURLStreamHandlerFactory(new BuiltInHandlers());
        } catch (Error _) {
            // the JDK's way to say that there is a choice already
        }
    }

    /** Null where the JDK is to look for itself, be it because this program may not reach the handler. */
    @Override
    public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
        if (!protocol.equals("http")) {
            return null;
        }
        try {
            return Class.forName(HTTP)
                    .asSubclass(URLStreamHandler.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException _) {
            return null;
        }
    }
}
