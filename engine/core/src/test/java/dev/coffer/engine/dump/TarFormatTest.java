package dev.coffer.engine.dump;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TarFormatTest {

    private static final SortedMap<String, byte[]> NO_ATTRIBUTES = new TreeMap<>();

    private static TarEntry entry(
            String name, long uid, long size, long seconds, SortedMap<String, byte[]> attributes) {
        byte[] none = {};
        return new TarEntry(
                name.getBytes(UTF_8), (byte) '0', none, 0644, uid, 0, none, none, size, seconds, attributes);
    }

    private static String records(TarEntry entry) {
        return new String(PaxRecords.of(entry).encode(), UTF_8);
    }

    @Test
    void what_fits_into_a_header_needs_no_records() {
        assertThat(records(entry("a", 1, 1, 1, NO_ATTRIBUTES))).isEmpty();
    }

    @Test
    void numbers_that_do_not_fit_become_records() {
        assertThat(records(entry("a", 1 << 21, 1L << 33, -1, NO_ATTRIBUTES)))
                .isEqualTo("12 mtime=-1\n19 size=8589934592\n15 uid=2097152\n");
    }

    @Test
    void the_largest_numbers_that_fit_do_not() {
        assertThat(records(entry("a", (1 << 21) - 1, (1L << 33) - 1, 0, NO_ATTRIBUTES)))
                .isEmpty();
    }

    @Test
    void a_record_counts_the_digits_of_its_own_length() {
        SortedMap<String, byte[]> attributes = new TreeMap<>();
        for (int length = 80; length < 100; length++) {
            attributes.put("k", new byte[length]);
            String record = records(entry("a", 0, 0, 0, attributes));
            assertThat(record).hasSize(Integer.parseInt(record.substring(0, record.indexOf(' '))));
        }
    }

    @Test
    void a_long_path_is_divided_at_a_slash() {
        String path = "d".repeat(60) + "/" + "f".repeat(90);
        UstarPath divided = UstarPath.of(path.getBytes(US_ASCII)).orElseThrow();
        assertThat(divided.prefix()).hasSize(60);
        assertThat(divided.name()).hasSize(90);
        assertThat(records(entry(path, 0, 0, 0, NO_ATTRIBUTES))).isEmpty();
    }

    @Test
    void a_path_that_cannot_be_divided_becomes_a_record() {
        String path = "f".repeat(101);
        assertThat(records(entry(path, 0, 0, 0, NO_ATTRIBUTES))).isEqualTo("111 path=" + path + "\n");
    }

    @Test
    void a_path_beyond_ascii_becomes_a_record() {
        assertThat(records(entry("ü", 0, 0, 0, NO_ATTRIBUTES))).isEqualTo("11 path=ü\n");
    }

    @Test
    void a_header_has_a_checksum_over_its_other_bytes() {
        byte[] header = TarHeader.truncated(entry("a", 0, 0, 0, NO_ATTRIBUTES));
        int recorded = Integer.parseInt(new String(header, 148, 6, US_ASCII), 8);
        int sum = 8 * ' ';
        for (int i = 0; i < header.length; i++) {
            sum += i >= 148 && i < 156 ? 0 : header[i] & 0xFF;
        }
        assertThat(recorded).isEqualTo(sum);
    }

    @Test
    void a_cut_off_name_does_not_look_like_a_directory() {
        String path = "f".repeat(98) + "//x";
        byte[] header = TarHeader.truncated(entry(path, 0, 0, 0, NO_ATTRIBUTES));
        assertThat(new String(header, 0, 100, ISO_8859_1)).isEqualTo("f".repeat(98) + "\0\0");
    }

    @Test
    void an_access_list_becomes_text() {
        String binary = "02000000" + "01000600ffffffff" + "0200070001000000" + "04000400ffffffff" + "08000500e8030000"
                + "10000700ffffffff" + "20000000ffffffff";
        assertThat(PosixAcl.toText(HexFormat.of().parseHex(binary)))
                .contains("user::rw-\nuser:1:rwx\ngroup::r--\ngroup:1000:r-x\nmask::rwx\nother::---\n");
    }

    @Test
    void bytes_that_are_no_access_list_have_no_text() {
        assertThat(PosixAcl.toText(new byte[] {2, 0, 0, 0, 1})).isEmpty();
        assertThat(PosixAcl.toText(new byte[] {3, 0, 0, 0})).isEmpty();
    }
}
