package dev.coffer.backend.contract;

import dev.coffer.backend.contract.NetworkFault.Delay;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands between a store and its server, and does to requests what networks and busy servers do. Without rules, everything
 * passes. Each connection carries one request, after which it is closed, so that every request can have its own fate.
 *
 * <p>Listens on a free port of this machine. For any number of threads.
 */
public final class FaultProxy implements Closeable {

    private static final NetworkFault NONE = new Delay(Duration.ZERO);

    private record Rule(Predicate<ProxiedRequest> condition, NetworkFault fault) {}

    private final ServerSocket listener;
    private final InetSocketAddress server;
    private final boolean http;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Queue<NetworkFault> next = new ConcurrentLinkedQueue<>();
    private final List<ProxiedRequest> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

    private FaultProxy(InetSocketAddress server, boolean http) throws IOException {
        this.server = server;
        this.http = http;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("fault proxy").start(this::accept);
    }

    /** For a server of HTTP without TLS. */
    public static FaultProxy http(InetSocketAddress server) throws IOException {
        return new FaultProxy(server, true);
    }

    /** For any other server: requests are connections, and there is no {@link NetworkFault.Answer}. */
    public static FaultProxy tcp(InetSocketAddress server) throws IOException {
        return new FaultProxy(server, false);
    }

    /** Where to connect to instead of the server. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** The next request that no rule covers meets this fault; called several times, for those after it. */
    public FaultProxy next(NetworkFault fault) {
        next.add(fault);
        return this;
    }

    /** From now on, requests that fulfil the condition meet this fault. The first rule that fits counts. */
    public FaultProxy when(Predicate<ProxiedRequest> condition, NetworkFault fault) {
        rules.add(new Rule(condition, fault));
        return this;
    }

    /** Forgets all faults that are to come. */
    public void recover() {
        rules.clear();
        next.clear();
    }

    /** What has been asked so far, in the order in which it arrived. */
    public List<ProxiedRequest> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                serve(listener.accept());
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket client) throws SocketException {
        client.setTcpNoDelay(true);
        ProxiedConnection connection = new ProxiedConnection(client, server, http, this::meet);
        connections.add(connection);
        Thread.ofVirtual().start(() -> {
            connection.run();
            connections.remove(connection);
        });
    }

    private NetworkFault meet(String head) {
        ProxiedRequest request = new ProxiedRequest(count.incrementAndGet(), head);
        requests.add(request);
        for (Rule rule : rules) {
            if (rule.condition().test(request)) {
                return rule.fault();
            }
        }
        NetworkFault fault = next.poll();
        return fault == null ? NONE : fault;
    }

    /** Ends all connections. */
    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(ProxiedConnection::close);
    }
}
