package dev.coffer.engine.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Sealing spelled out: AES block by block, Poly1305 on big integers. */
final class Definition {

    private static final BigInteger TWO_128 = BigInteger.ONE.shiftLeft(128);
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(130).subtract(BigInteger.valueOf(5));

    private Definition() {}

    static byte[] seal(MasterKey key, byte[] iv, byte[] plain) throws GeneralSecurityException {
        byte[] sealed = Arrays.copyOf(iv, 16 + plain.length + 16);
        BigInteger counter = new BigInteger(1, iv);
        for (int at = 0; at < plain.length; at += 16) {
            byte[] stream = aes(key.encryptionKey(), reversed(littleEndian(counter)));
            for (int i = 0; i < Math.min(16, plain.length - at); i++) {
                sealed[16 + at + i] = (byte) (plain[at + i] ^ stream[i]);
            }
            counter = counter.add(BigInteger.ONE).mod(TWO_128);
        }
        byte[] tag = tag(key.macR(), aes(key.macK(), iv), Arrays.copyOfRange(sealed, 16, 16 + plain.length));
        System.arraycopy(tag, 0, sealed, 16 + plain.length, 16);
        return sealed;
    }

    private static byte[] tag(byte[] r, byte[] s, byte[] message) {
        BigInteger factor = number(r).and(new BigInteger("0ffffffc0ffffffc0ffffffc0fffffff", 16));
        BigInteger sum = BigInteger.ZERO;
        for (int at = 0; at < message.length; at += 16) {
            byte[] block = Arrays.copyOfRange(message, at, Math.min(at + 16, message.length));
            BigInteger value = number(block).setBit(8 * block.length);
            sum = sum.add(value).multiply(factor).mod(MODULUS);
        }
        return littleEndian(sum.add(number(s)).mod(TWO_128));
    }

    private static byte[] aes(byte[] key, byte[] block) throws GeneralSecurityException {
        Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        return aes.doFinal(block);
    }

    private static BigInteger number(byte[] littleEndian) {
        return new BigInteger(1, reversed(littleEndian));
    }

    private static byte[] littleEndian(BigInteger number) {
        return Arrays.copyOf(reversed(number.setBit(128).toByteArray()), 16);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = bytes[bytes.length - 1 - i];
        }
        return result;
    }
}
