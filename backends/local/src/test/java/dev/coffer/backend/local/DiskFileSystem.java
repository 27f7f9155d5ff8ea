package dev.coffer.backend.local;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.stream.Stream;

/** The file system of this machine, which tells a {@link Disk} what is done to it. */
final class DiskFileSystem extends FileSystem {

    private final FileSystem real = FileSystems.getDefault();
    private final FileSystemProvider provider;

    DiskFileSystem(Disk disk) {
        this.provider = new DiskProvider(this, disk);
    }

    /** A path of this file system that leads to the same place as one of the machine's own. */
    Path path(Path real) {
        InvocationHandler handler = (_, method, arguments) -> {
            if (method.getName().equals("getFileSystem")) {
                return this;
            }
            try {
                return wrapped(method.invoke(real, unwrapped(arguments)));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Path) Proxy.newProxyInstance(
                DiskFileSystem.class.getClassLoader(),
                new Class<?>[] {Path.class, RealPath.class},
                new Wrapping(real, handler));
    }

    /** Told by all paths of this file system. */
    interface RealPath {
        Path real();
    }

    private record Wrapping(Path real, InvocationHandler handler) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
            return method.getDeclaringClass() == RealPath.class ? real : handler.invoke(proxy, method, arguments);
        }
    }

    static Path real(Path path) {
        return path instanceof RealPath wrapped ? wrapped.real() : path;
    }

    private Object wrapped(Object result) {
        return result instanceof Path path && !(path instanceof RealPath) ? path(path) : result;
    }

    private static Object[] unwrapped(Object[] arguments) {
        return arguments == null
                ? new Object[0]
                : Stream.of(arguments)
                        .map(argument -> argument instanceof Path path ? real(path) : argument)
                        .toArray();
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public Path getPath(String first, String... more) {
        return path(real.getPath(first, more));
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        throw new UnsupportedOperationException();
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
