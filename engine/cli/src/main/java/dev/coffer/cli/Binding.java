package dev.coffer.cli;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/**
 * How picocli reads and writes what an option or parameter stands for.
 *
 * @param <V> type of the value
 */
record Binding<V extends @Nullable Object>(Supplier<V> reader, Consumer<V> writer) implements IGetter, ISetter {

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // picocli's way to say that it knows the type
    public <T> T get() {
        return (T) reader.get();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T set(T value) {
        T before = get();
        writer.accept((V) value);
        return before;
    }
}
