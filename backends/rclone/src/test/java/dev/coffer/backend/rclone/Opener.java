package dev.coffer.backend.rclone;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import java.io.IOException;

/** A program that opens a remote, says so, and waits to be killed. */
final class Opener {

    private Opener() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (Backend _ =
                new RcloneProvider().open(new BackendLocation("rclone", arguments[0]), BackendOptions.none())) {
            System.out.println("open");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
