package dev.coffer.backend.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.models.AccessTier;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.options.BlockBlobStageBlockOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import dev.coffer.backend.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stores a blob that is too large for a single request: block by block, and then a list of them, which makes it visible. What
 * an interrupted upload leaves, Azure removes after a week.
 */
final class BlockUpload {

    private final BlockBlobClient blob;
    private final Content content;
    private final int blockSize;

    BlockUpload(BlockBlobClient blob, Content content, int blockSize) {
        this.blob = blob;
        this.content = content;
        this.blockSize = blockSize;
    }

    void run(String attempt, @Nullable AccessTier tier) throws IOException {
        List<String> ids = new ArrayList<>();
        try (InputStream ahead = content.openChecked();
                InputStream sent = content.open()) {
            for (long left = content.length(); left > 0; left -= blockSize) {
                ids.add(stage(attempt, ids.size(), ahead, sent, Math.min(left, blockSize)));
            }
        }
        BlockBlobCommitBlockListOptions commit = new BlockBlobCommitBlockListOptions(ids).setTier(tier);
        SdkCall.run(attempt, () -> blob.commitBlockListWithResponse(commit, null, Context.NONE));
    }

    /** @param ahead the same bytes as {@code sent}, for their checksum */
    private String stage(String attempt, int number, InputStream ahead, InputStream sent, long size)
            throws IOException {
        String id = id(number);
        byte[] md5 = Md5.of(new BlockStream(ahead, size));
        BlockBlobStageBlockOptions block = new BlockBlobStageBlockOptions(
                        id, BinaryData.fromStream(new BlockStream(sent, size), size))
                .setContentMd5(md5);
        SdkCall.run(attempt, () -> blob.stageBlockWithResponse(block, null, Context.NONE));
        return id;
    }

    /** All ids of a blob are of the same length. */
    private static String id(int number) {
        byte[] digits = String.format(Locale.ROOT, "%08d", number).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(digits);
    }
}
