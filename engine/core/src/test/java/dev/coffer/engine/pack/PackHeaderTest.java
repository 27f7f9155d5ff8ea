package dev.coffer.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackHeaderTest {

    private static final ObjectId PACK = ObjectId.of(new byte[0]);
    private static final String ID_A = "aa".repeat(32);
    private static final String ID_B = "bb".repeat(32);
    private static final String ID_C = "cc".repeat(32);
    private static final String ID_D = "dd".repeat(32);

    private static final List<PackedBlob> BLOBS = List.of(
            new PackedBlob(BlobHandle.data(ObjectId.parse(ID_A)), 0, 0x0102, 0),
            new PackedBlob(BlobHandle.tree(ObjectId.parse(ID_B)), 0x0102, 0x30, 0),
            new PackedBlob(BlobHandle.data(ObjectId.parse(ID_C)), 0x0132, 0x40, 0x0a0b0c0d),
            new PackedBlob(BlobHandle.tree(ObjectId.parse(ID_D)), 0x0172, 0x50, 0x60));

    /** Type, stored length, plain length where compressed, id; numbers little-endian. */
    private static final byte[] BYTES = HexFormat.of()
            .parseHex(String.join(
                    "",
                    "00" + "02010000" + ID_A,
                    "01" + "30000000" + ID_B,
                    "02" + "40000000" + "0d0c0b0a" + ID_C,
                    "03" + "50000000" + "60000000" + ID_D));

    @Test
    void is_written_as_the_format_says() {
        assertThat(PackHeader.encode(BLOBS)).isEqualTo(BYTES);
    }

    @Test
    void is_read_as_the_format_says() throws Exception {
        assertThat(PackHeader.decode(PACK, BYTES)).isEqualTo(BLOBS);
    }

    @Test
    void an_entry_that_ends_early_is_damage() {
        assertThatThrownBy(() -> PackHeader.decode(PACK, Arrays.copyOf(BYTES, BYTES.length - 1)))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(PACK.toString());
    }

    @Test
    void an_unknown_type_is_damage() {
        byte[] bytes = BYTES.clone();
        bytes[0] = 4;
        assertThatThrownBy(() -> PackHeader.decode(PACK, bytes)).isInstanceOf(CorruptData.class);
    }

    @Test
    void a_blob_shorter_than_its_seal_is_damage() {
        byte[] bytes = BYTES.clone();
        bytes[1] = 31;
        bytes[2] = 0;
        assertThatThrownBy(() -> PackHeader.decode(PACK, bytes)).isInstanceOf(CorruptData.class);
    }

    @Test
    void a_plain_length_beyond_all_arrays_is_damage() {
        byte[] bytes = BYTES.clone();
        bytes[2 * PackHeader.PLAIN_ENTRY + 8] = (byte) 0x80;
        assertThatThrownBy(() -> PackHeader.decode(PACK, bytes)).isInstanceOf(CorruptData.class);
    }

    @Test
    void the_size_of_a_pack_follows_from_its_blobs() {
        int stored = 0x0102 + 0x30 + 0x40 + 0x50;
        int sealedHeader = 32 + BYTES.length;
        assertThat(PackHeader.packSize(BLOBS)).isEqualTo(stored + sealedHeader + 4);
    }
}
