package dev.coffer.backend.sftp.ssh;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import org.apache.sshd.common.config.keys.PrivateKeyEntryDecoder;
import org.apache.sshd.common.config.keys.PublicKeyEntryDecoder;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSAUtils;
import org.apache.sshd.common.util.security.eddsa.generic.GenericEd25519PublicKeyDecoder;
import org.apache.sshd.common.util.security.eddsa.generic.GenericOpenSSHEd25519PrivateKeyEntryDecoder;
import org.apache.sshd.common.util.security.eddsa.generic.GenericSignatureEd25519;

/** Ed25519 keys with the JDK's own implementation; the SSH library knows only those of two other libraries. */
final class Ed25519Support implements EdDSASupport<EdECPublicKey, EdECPrivateKey> {

    @Override
    public PublicKeyEntryDecoder<EdECPublicKey, EdECPrivateKey> getEDDSAPublicKeyEntryDecoder() {
        return new GenericEd25519PublicKeyDecoder<>(EdECPublicKey.class, EdECPrivateKey.class, this);
    }

    @Override
    public PrivateKeyEntryDecoder<EdECPublicKey, EdECPrivateKey> getOpenSSHEDDSAPrivateKeyEntryDecoder() {
        return new GenericOpenSSHEd25519PrivateKeyEntryDecoder<>(EdECPublicKey.class, EdECPrivateKey.class, this);
    }

    @Override
    public Signature getEDDSASigner() {
        return new GenericSignatureEd25519(SecurityUtils.ED25519);
    }

    @Override
    public int getEDDSAKeySize(Key key) {
        return key instanceof EdECKey ? KEY_SIZE : -1;
    }

    @Override
    public Class<EdECPublicKey> getEDDSAPublicKeyType() {
        return EdECPublicKey.class;
    }

    @Override
    public Class<EdECPrivateKey> getEDDSAPrivateKeyType() {
        return EdECPrivateKey.class;
    }

    @Override
    public boolean compareEDDSAPPublicKeys(PublicKey left, PublicKey right) {
        return left instanceof EdECPublicKey && right instanceof EdECPublicKey && left.equals(right);
    }

    @Override
    public boolean compareEDDSAPrivateKeys(PrivateKey left, PrivateKey right) {
        return left instanceof EdECPrivateKey && right instanceof EdECPrivateKey && left.equals(right);
    }

    /** The JDK computes a public key only when it makes a pair, so it is given the private key as its random numbers. */
    @Override
    public EdECPublicKey recoverEDDSAPublicKey(PrivateKey key) throws GeneralSecurityException {
        byte[] secret = EdDSAUtils.getBytes(key);
        KeyPairGenerator generator = KeyPairGenerator.getInstance(SecurityUtils.ED25519);
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(secret, 0, bytes, 0, bytes.length);
            }
        });
        return (EdECPublicKey) generator.generateKeyPair().getPublic();
    }

    @Override
    public EdECPublicKey generateEDDSAPublicKey(byte[] bytes) throws GeneralSecurityException {
        return (EdECPublicKey) keys().generatePublic(EdDSAUtils.createPublicKeySpec(bytes));
    }

    @Override
    public EdECPrivateKey generateEDDSAPrivateKey(byte[] secret) throws GeneralSecurityException {
        return (EdECPrivateKey) keys().generatePrivate(EdDSAUtils.createPrivateKeySpec(secret));
    }

    private static KeyFactory keys() throws GeneralSecurityException {
        return KeyFactory.getInstance(SecurityUtils.ED25519);
    }

    @Override
    public <B extends Buffer> B putRawEDDSAPublicKey(B buffer, PublicKey key) {
        buffer.putBytes(bytes(key));
        return buffer;
    }

    @Override
    public <B extends Buffer> B putEDDSAKeyPair(B buffer, PublicKey publicKey, PrivateKey privateKey) {
        byte[] secret = bytes(privateKey);
        byte[] open = bytes(publicKey);
        buffer.putString(KeyPairProvider.SSH_ED25519);
        buffer.putBytes(open);
        buffer.putUInt(secret.length + open.length);
        buffer.putRawBytes(secret);
        buffer.putRawBytes(open);
        return buffer;
    }

    @Override
    public KeySpec createPublicKeySpec(EdECPublicKey key) {
        return publicSpec(bytes(key));
    }

    @Override
    public KeySpec createPrivateKeySpec(EdECPrivateKey key) {
        try {
            return EdDSAUtils.createPrivateKeySpec(bytes(key));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static KeySpec publicSpec(byte[] bytes) {
        try {
            return EdDSAUtils.createPublicKeySpec(bytes);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public byte[] getPublicKeyData(EdECPublicKey key) {
        return bytes(key);
    }

    @Override
    public byte[] getPrivateKeyData(EdECPrivateKey key) {
        return bytes(key);
    }

    private static byte[] bytes(PublicKey key) {
        try {
            return EdDSAUtils.getBytes(key);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] bytes(PrivateKey key) {
        try {
            return EdDSAUtils.getBytes(key);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String getKeyFactoryAlgorithm() {
        return SecurityUtils.ED25519;
    }
}
