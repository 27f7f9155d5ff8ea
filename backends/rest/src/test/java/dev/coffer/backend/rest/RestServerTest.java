package dev.coffer.backend.rest;

import java.nio.file.Path;

class RestServerTest extends RestContract {

    @Override
    RestServer start(Path repositories) {
        return RestServer.original(repositories);
    }
}
