package dev.coffer.engine.crypto;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own Poly1305. On processors that multiply 52 bits in eight lanes (AVX-512 IFMA) the JIT has a routine for it
 * (JDK-8288047) that takes a sixth of the time that plain code does; anywhere else it takes ten times as long.
 *
 * <p>The JDK's code takes whole blocks only. What is left at the end of a message, and the end itself, is for {@link Poly1305}: the
 * JDK's arithmetic for it is made for any modulus, and takes the JIT longer to translate than many commands have use for it.
 *
 * <p>The JDK uses it within ChaCha20-Poly1305 and shows it to nobody, so it is there only if the package
 * {@code com.sun.crypto.provider} is open to this program and {@code sun.security.util.math} exported, as the JAR's manifest asks for,
 * and as long as it looks as it does now.
 */
final class PlatformPoly1305 implements OneTimeAuthenticator {

    private static final boolean FASTER =
            isOptimized() && Processor.ofThisMachine().hasWideMultiplication() && isThere();

    private final Object authenticator;

    /** The JDK's accumulator: five limbs of 26 bits. */
    private final long[] limbs;

    private final Poly1305 rest;

    /** @param r one that {@link #takes} */
    PlatformPoly1305(byte[] r) {
        try {
            authenticator = methods().create.invokeExact();
            start(r);
            Object accumulator = methods().accumulator.invokeExact(authenticator);
            limbs = (long[]) methods().limbs.invokeExact(accumulator);
        } catch (Throwable e) {
            throw refusal(e);
        }
        rest = new Poly1305(r);
    }

    private void start(byte[] r) throws Throwable {
        methods().start.invokeExact(authenticator, (Key) key(r), (AlgorithmParameterSpec) null);
    }

    /** {@code r}, and any number for {@code s}, which is not used here: the JDK refuses a zero. */
    private static SecretKeySpec key(byte[] r) {
        byte[] both = Arrays.copyOf(r, 2 * BLOCK_BYTES);
        both[BLOCK_BYTES] = 1;
        SecretKeySpec key = new SecretKeySpec(both, "Poly1305");
        Arrays.fill(both, (byte) 0);
        return key;
    }

    /** The JDK refuses a key of zeros, which can only be a made-up one. */
    static boolean takes(byte[] r) {
        return !Poly1305.isZero(r);
    }

    /** Whether this can be used, and is worth it. */
    static boolean isFaster() {
        return FASTER;
    }

    /** Whether this can be used: whether it can be reached, and keeps its numbers as this class takes for granted. */
    static boolean isThere() {
        return Reached.METHODS != null && agrees();
    }

    /** A wrong tag would go unnoticed, as it is checked in the same way; so there is an example. */
    private static boolean agrees() {
        byte[] r = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        try {
            return Arrays.equals(exampleTags(new PlatformPoly1305(r)), exampleTags(new Poly1305(r)));
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Of two messages, each in two parts, the second of which does not end with a whole block. */
    private static byte[] exampleTags(OneTimeAuthenticator authenticator) {
        byte[] message = new byte[5 * BLOCK_BYTES + 7];
        Arrays.fill(message, (byte) 0xa5);
        byte[] tags = new byte[2 * TAG_BYTES];
        for (int at = 0; at < tags.length; at += TAG_BYTES) {
            authenticator.update(message, 0, 3 * BLOCK_BYTES);
            authenticator.update(message, 3 * BLOCK_BYTES, message.length - 3 * BLOCK_BYTES);
            authenticator.finish(message, tags, at);
        }
        return tags;
    }

    /** The routine is part of code that the optimizing compiler makes. */
    private static boolean isOptimized() {
        String mode = System.getProperty("java.vm.info", "");
        return System.getProperty("java.vm.name", "").contains("Server VM")
                && mode.startsWith("mixed mode")
                && !mode.contains("emulated-client");
    }

    @Override
    public void update(byte[] data, int offset, int length) {
        int whole = length & -BLOCK_BYTES;
        try {
            methods().update.invokeExact(authenticator, data, offset, whole);
        } catch (Throwable e) {
            throw refusal(e);
        }
        if (whole < length) {
            rest.addAndClear(limbs);
            rest.update(data, offset + whole, length - whole);
        }
    }

    @Override
    public void finish(byte[] mask, byte[] tag, int tagOffset) {
        rest.addAndClear(limbs);
        rest.finish(mask, tag, tagOffset);
    }

    /** The JDK's own copies of the key are left to the garbage collector. */
    @Override
    public void wipe() {
        Arrays.fill(limbs, 0);
        rest.wipe();
        try {
            start(new byte[] {1});
        } catch (Throwable e) {
            throw refusal(e);
        }
    }

    private static Methods methods() {
        if (Reached.METHODS == null) {
            throw new IllegalStateException("the JDK's Poly1305 cannot be reached");
        }
        return Reached.METHODS;
    }

    /** What is wrong with the whole JVM is nothing to be told otherwise. */
    private static IllegalStateException refusal(Throwable reason) {
        if (reason instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("the JDK's Poly1305 failed", reason);
    }

    /** Looked for only where it would be worth it, which takes some milliseconds. */
    private static final class Reached {
        static final @Nullable Methods METHODS = Methods.find().orElse(null);
    }

    /** Constants to the JIT, which makes direct calls of them. */
    private record Methods(
            MethodHandle create,
            MethodHandle start,
            MethodHandle update,
            MethodHandle accumulator,
            MethodHandle limbs) {

        static Optional<Methods> find() {
            try {
                Class<?> type = Class.forName("com.sun.crypto.provider.Poly1305");
                Class<?> number = Class.forName("sun.security.util.math.IntegerModuloP");
                Class<?> variable = Class.forName("sun.security.util.math.MutableIntegerModuloP");
                Lookup inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                return Optional.of(new Methods(
                        inside.findConstructor(type, MethodType.methodType(void.class))
                                .asType(MethodType.methodType(Object.class)),
                        method(inside, type, "engineInit", void.class, Key.class, AlgorithmParameterSpec.class),
                        method(inside, type, "engineUpdate", void.class, byte[].class, int.class, int.class),
                        ofObject(inside.findGetter(type, "a", variable)
                                .asType(MethodType.methodType(Object.class, type))),
                        method(inside, number, "getLimbs", long[].class)));
            } catch (ReflectiveOperationException | RuntimeException _) {
                return Optional.empty();
            }
        }

        private static MethodHandle method(
                Lookup inside, Class<?> type, String name, Class<?> result, Class<?>... given)
                throws ReflectiveOperationException {
            return ofObject(inside.findVirtual(type, name, MethodType.methodType(result, given)));
        }

        /** What this program has no types for, it handles as plain objects. */
        private static MethodHandle ofObject(MethodHandle method) {
            return method.asType(method.type().changeParameterType(0, Object.class));
        }
    }
}
