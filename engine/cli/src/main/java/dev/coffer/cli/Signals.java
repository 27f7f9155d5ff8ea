package dev.coffer.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Ends a running command in good order when the process is asked to stop.
 *
 * <p>The first SIGINT or SIGTERM interrupts the thread of the command, which gives up its work and removes its lock; a second
 * one, or too long a wait, ends the process at once. SIGHUP is ignored, as restic does: {@code restic unlock} sends one to
 * find out whether the owner of a lock is alive, and would kill us by asking.
 *
 * <p>{@code sun.misc.Signal} is the JDK's only way to do this. It is called by reflection because the compiler warns of its
 * use; where it is missing, signals keep their usual effect.
 */
final class Signals {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread command;
    private volatile boolean stopping;

    private Signals(Thread command) {
        this.command = command;
    }

    /**
     * Watches on behalf of a command that runs on the calling thread.
     *
     * @return whether the process has been asked to stop
     */
    static BooleanSupplier watch() {
        Signals signals = new Signals(Thread.currentThread());
        handle("HUP", () -> {});
        handle("INT", signals::stop);
        handle("TERM", signals::stop);
        return () -> signals.stopping;
    }

    private void stop() {
        if (stopping) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
        }
        stopping = true;
        command.interrupt();
        Thread.ofPlatform().daemon().name("end of patience").start(Signals::haltLater);
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    private static void handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(),
                    new Class<?>[] {handler},
                    (self, method, arguments) -> call(self, method, action));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException _) {
            // Not on this system.
        }
    }

    /** The JDK keeps handlers in a table, so they are asked for their hash as well. */
    private static Object call(Object self, Method method, Runnable action) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "signal handler";
            case "equals" -> false;
            default -> {
                action.run();
                yield 0;
            }
        };
    }
}
