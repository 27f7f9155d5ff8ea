package dev.coffer.backend.rest;

import java.nio.file.Path;

class RcloneServedTest extends RestContract {

    @Override
    RestServer start(Path repositories) {
        return RestServer.rclone(repositories);
    }
}
