package dev.coffer.engine.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import org.junit.jupiter.api.Test;

class TreeMemoTest {

    private static final int MANY = 5_000;

    private final TreeMemo memo = new TreeMemo();

    @Test
    void what_was_put_is_found_however_many_there_are() {
        for (int i = 0; i < MANY; i++) {
            memo.put(key(i), tree(i));
        }
        for (int i = 0; i < MANY; i++) {
            assertThat(memo.get(key(i))).contains(tree(i));
        }
        assertThat(memo.get(key(MANY))).isEmpty();
    }

    /** Few of the bits that choose a slot differ, so that many keys want the same. */
    private static ObjectId key(int i) {
        return new ObjectId(i / 8, 7, i, 1);
    }

    private static RewrittenTree tree(int i) {
        return new RewrittenTree(new ObjectId(1, 2, 3, i), i, 10L * i);
    }
}
