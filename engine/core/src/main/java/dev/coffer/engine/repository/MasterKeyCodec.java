package dev.coffer.engine.repository;

import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.util.Arrays;

/** The JSON of the master key, as it is sealed in key files. Leaves no copies behind but the one it hands out. */
final class MasterKeyCodec {

    private MasterKeyCodec() {}

    /** The document, the caller's to wipe. */
    static byte[] encode(MasterKey master) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("mac").beginObject();
        writeAndWipe(json, "k", master.macK());
        writeAndWipe(json, "r", master.macR());
        json.endObject();
        writeAndWipe(json, "encrypt", master.encryptionKey());
        json.endObject();
        byte[] bytes = json.toBytes();
        Arrays.fill(json.buffer(), (byte) 0);
        return bytes;
    }

    private static void writeAndWipe(JsonWriter json, String name, byte[] part) {
        json.name(name).valueBase64(part);
        Arrays.fill(part, (byte) 0);
    }

    /**
     * The key, the caller's to close.
     *
     * @throws IOException if the document is not one of a master key
     */
    static MasterKey decode(byte[] document) throws IOException {
        Parts parts = new Parts();
        try {
            parts.read(new JsonReader(document));
            return MasterKey.of(parts.encryption, parts.macK, parts.macR);
        } catch (IllegalArgumentException e) {
            throw new IOException("the master key in it has a wrong size", e);
        } finally {
            parts.wipe();
        }
    }

    private static final class Parts {

        private byte[] encryption = new byte[0];
        private byte[] macK = new byte[0];
        private byte[] macR = new byte[0];

        void read(JsonReader json) throws IOException {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "mac" -> readMac(json);
                    case "encrypt" -> encryption = json.nextBase64();
                    default -> json.skipValue();
                }
            }
            json.endObject();
        }

        private void readMac(JsonReader json) throws IOException {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "k" -> macK = json.nextBase64();
                    case "r" -> macR = json.nextBase64();
                    default -> json.skipValue();
                }
            }
            json.endObject();
        }

        void wipe() {
            Arrays.fill(encryption, (byte) 0);
            Arrays.fill(macK, (byte) 0);
            Arrays.fill(macR, (byte) 0);
        }
    }
}
