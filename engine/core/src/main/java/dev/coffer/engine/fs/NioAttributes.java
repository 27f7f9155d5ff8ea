package dev.coffer.engine.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Extended attributes as far as the JDK reaches: on Linux those whose names begin with {@code user.}, elsewhere all. */
final class NioAttributes {

    private static final String PREFIX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux") ? "user." : "";

    private NioAttributes() {}

    static List<ExtendedAttribute> read(Path path) throws IOException {
        UserDefinedFileAttributeView view = Files.isSymbolicLink(path) ? null : view(path);
        if (view == null) {
            return List.of();
        }
        List<ExtendedAttribute> attributes = new ArrayList<>();
        for (String name : names(view)) {
            ByteBuffer value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            attributes.add(new ExtendedAttribute(PREFIX + name, value.array()));
        }
        return attributes;
    }

    private static List<String> names(UserDefinedFileAttributeView view) throws IOException {
        try {
            return view.list();
        } catch (FileSystemException unsupported) {
            return List.of();
        }
    }

    static void set(Path path, String name, byte[] value) throws IOException {
        usableView(path, name).write(name.substring(PREFIX.length()), ByteBuffer.wrap(value));
    }

    static void remove(Path path, String name) throws IOException {
        usableView(path, name).delete(name.substring(PREFIX.length()));
    }

    private static UserDefinedFileAttributeView usableView(Path path, String name) throws IOException {
        UserDefinedFileAttributeView view = view(path);
        if (view == null || !name.startsWith(PREFIX)) {
            throw new UnsupportedAttributeException(
                    NativeString.printable(path.toString()),
                    "Java cannot change extended attribute " + NativeString.printable(name) + " on this system");
        }
        return view;
    }

    private static @Nullable UserDefinedFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, UserDefinedFileAttributeView.class, NOFOLLOW_LINKS);
    }
}
