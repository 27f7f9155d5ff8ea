package dev.coffer.backend.memory;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A store that fails as tests order. Rules are asked in the order they were added; the first that matches a call decides
 * about it. All calls are recorded. Any thread may use it and add rules at any time.
 */
public final class FaultyBackend implements Backend {

    /** What was asked. */
    public enum Operation {
        SAVE,
        LOAD,
        STAT,
        LIST,
        REMOVE
    }

    /**
     * One request.
     *
     * @param number how many requests of this operation there were with this one
     * @param handle the file; none for a listing
     */
    public record Call(Operation operation, FileType type, Optional<Handle> handle, int number) {}

    private record Rule(Predicate<Call> condition, Fault fault) {}

    private interface Request<T> {
        T run() throws IOException;
    }

    private final Backend delegate;
    private final BackendProperties properties;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final FormerFiles former;

    public FaultyBackend(Backend delegate) {
        this(delegate, delegate.properties());
    }

    /** @param properties what the store claims of itself instead of the truth */
    public FaultyBackend(Backend delegate, BackendProperties properties) {
        this.delegate = delegate;
        this.properties = properties;
        this.former = new FormerFiles(delegate);
    }

    /** From now on every matching call suffers the fault. */
    public FaultyBackend when(Predicate<Call> condition, Fault fault) {
        rules.add(new Rule(condition, fault));
        return this;
    }

    /** The n-th call of an operation (the first is 1) suffers the fault. */
    public FaultyBackend onCall(Operation operation, int number, Fault fault) {
        return when(call -> call.operation() == operation && call.number() == number, fault);
    }

    /** From the n-th call of an operation on, all suffer the fault. */
    public FaultyBackend fromCall(Operation operation, int number, Fault fault) {
        return when(call -> call.operation() == operation && call.number() >= number, fault);
    }

    /** Forgets all rules: the store works again. */
    public void recover() {
        rules.clear();
    }

    /** All calls until now, in the order they started. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Number of calls of an operation until now. */
    public int count(Operation operation) {
        return (int)
                calls.stream().filter(call -> call.operation() == operation).count();
    }

    @Override
    public BackendProperties properties() {
        return properties;
    }

    @Override
    public String location() {
        return delegate.location();
    }

    @Override
    public void save(Handle handle, Content content) throws IOException {
        former.remember(handle);
        Optional<Fault> fault = begin(Operation.SAVE, handle);
        if (fault.isPresent() && fault.get() instanceof Fault.Tear tear) {
            tear(handle, content, tear.bytes());
            throw tear.failure();
        }
        carryOut(fault, () -> {
            delegate.save(handle, content);
            return handle;
        });
    }

    /** Never fails by order. */
    @Override
    public Optional<Draft> draft() throws IOException {
        return delegate.draft();
    }

    private void tear(Handle handle, Content content, int bytes) throws IOException {
        try (InputStream stream = content.open()) {
            delegate.save(handle, Content.of(stream.readNBytes(bytes)));
        }
    }

    @Override
    public byte[] load(Handle handle) throws IOException {
        Optional<Fault> fault = begin(Operation.LOAD, handle);
        byte[] bytes = carryOut(fault, () -> delegate.load(handle));
        corrupt(fault, bytes, bytes.length - 1);
        return bytes;
    }

    @Override
    public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
        Optional<Fault> fault = begin(Operation.LOAD, handle);
        carryOut(fault, () -> {
            delegate.load(handle, position, buffer, offset, length);
            return handle;
        });
        corrupt(fault, buffer, offset + length - 1);
    }

    private static void corrupt(Optional<Fault> fault, byte[] bytes, int index) {
        if (index >= 0 && fault.filter(Fault.Corrupt.class::isInstance).isPresent()) {
            bytes[index] ^= 0x01;
        }
    }

    @Override
    public FileInfo stat(Handle handle) throws IOException {
        return carryOut(begin(Operation.STAT, handle), () -> delegate.stat(handle));
    }

    @Override
    public void list(FileType type, Consumer<FileInfo> action) throws IOException {
        Optional<Fault> fault = begin(Operation.LIST, type, Optional.empty());
        carryOut(fault, () -> {
            if (fault.filter(Fault.Stale.class::isInstance).isPresent()) {
                former.list(type, action);
            } else {
                delegate.list(type, action);
            }
            return type;
        });
    }

    @Override
    public void remove(Handle handle) throws IOException {
        former.remember(handle);
        carryOut(begin(Operation.REMOVE, handle), () -> {
            delegate.remove(handle);
            return handle;
        });
    }

    @Override
    public void evict(Handle handle) {
        delegate.evict(handle);
    }

    @Override
    public void close() throws IOException {
        delegate.close();
    }

    private Optional<Fault> begin(Operation operation, Handle handle) {
        return begin(operation, handle.type(), Optional.of(handle));
    }

    private Optional<Fault> begin(Operation operation, FileType type, Optional<Handle> handle) {
        Call call = record(operation, type, handle);
        return rules.stream()
                .filter(rule -> rule.condition().test(call))
                .map(Rule::fault)
                .findFirst();
    }

    private synchronized Call record(Operation operation, FileType type, Optional<Handle> handle) {
        Call call = new Call(operation, type, handle, count(operation) + 1);
        calls.add(call);
        return call;
    }

    private static <T> T carryOut(Optional<Fault> fault, Request<T> request) throws IOException {
        if (fault.isEmpty()) {
            return request.run();
        }
        return switch (fault.get()) {
            case Fault.Refuse refuse -> throw refuse.failure();
            case Fault.Tear tear -> throw tear.failure();
            case Fault.Corrupt _, Fault.Stale _ -> request.run();
            case Fault.LoseAnswer lose -> {
                request.run();
                throw lose.failure();
            }
            case Fault.Hold hold -> {
                await(hold);
                yield request.run();
            }
        };
    }

    private static void await(Fault.Hold hold) throws InterruptedIOException {
        try {
            hold.latch().await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the test held the request");
        }
    }
}
