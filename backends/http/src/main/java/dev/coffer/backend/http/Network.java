package dev.coffer.backend.http;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of addresses, or a single one.
 *
 * @param base one of them
 * @param bits how many leading bits all have in common
 */
record Network(InetAddress base, int bits) {

    /** Understands {@code 10.1.2.3}, {@code 10.0.0.0/8}, {@code fd00::1}, {@code fd00::/8}; never asks a name server. */
    static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> base = literal(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return base.map(address -> new Network(address, address.getAddress().length * 8));
        }
        String bits = text.substring(slash + 1);
        if (bits.isEmpty() || bits.length() > 3 || !bits.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        int count = Integer.parseInt(bits);
        return base.filter(address -> count <= address.getAddress().length * 8)
                .map(address -> new Network(address, count));
    }

    /** An address that is written in digits. */
    static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] one = base.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
