package dev.coffer.engine.fs;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The real file system, where some files behave as tests want, and which remembers what was opened. */
public final class TroubledFiles {

    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();

    /** What happens instead of a call; its result is that of the call. */
    public interface Reaction {
        @Nullable
        Object to(String path) throws IOException;
    }

    private record Trouble(String method, String pathEnd, Reaction reaction) {}

    /** Calls of a method with a path that ends so do something else. */
    public void when(String method, String pathEnd, Reaction reaction) {
        troubles.add(new Trouble(method, pathEnd, reaction));
    }

    /** Paths of the files that were opened, since this was asked last. */
    public List<String> opened() {
        List<String> paths = List.copyOf(opened);
        opened.clear();
        return paths;
    }

    public LocalFiles files() {
        return (LocalFiles) Proxy.newProxyInstance(
                LocalFiles.class.getClassLoader(), new Class<?>[] {LocalFiles.class}, (_, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String path) {
                        if (method.getName().equals("openForReading")) {
                            opened.add(path);
                        }
                        for (Trouble trouble : troubles) {
                            if (trouble.method.equals(method.getName()) && path.endsWith(trouble.pathEnd)) {
                                return trouble.reaction.to(path);
                            }
                        }
                    }
                    try {
                        return method.invoke(LocalFiles.host(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
