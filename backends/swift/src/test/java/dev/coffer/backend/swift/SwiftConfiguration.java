package dev.coffer.backend.swift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that tell the servers of Swift what to do. */
record SwiftConfiguration(Path folder, List<Integer> ports) {

    private static final List<String> NAMES = List.of("proxy", "account", "container", "object", "memcached");

    /** Pages are short, so that the usual tests see more than one. */
    private static final String COMMON = """
            [swift-hash]
            swift_hash_path_prefix = coffer
            swift_hash_path_suffix = coffer
            [swift-constraints]
            container_listing_limit = 1000
            [storage-policy:0]
            name = plain
            default = yes
            """;

    /** Patience, since a listing lacks objects for a while if a container was slow to hear of them. */
    private static final String SERVER = """
            [DEFAULT]
            bind_ip = 127.0.0.1
            bind_port = %1$d
            user = %2$s
            swift_dir = %3$s
            devices = %3$s/devices
            mount_check = false
            fallocate_reserve = 0
            workers = 0
            log_address = /dev/null
            log_level = ERROR
            conn_timeout = 30
            node_timeout = 60
            container_update_timeout = 60
            [pipeline:main]
            pipeline = healthcheck %4$s-server
            [app:%4$s-server]
            use = egg:swift#%4$s
            [filter:healthcheck]
            use = egg:swift#healthcheck
            """;

    private static final String PROXY = """
            [DEFAULT]
            bind_ip = 127.0.0.1
            bind_port = %1$d
            user = %2$s
            swift_dir = %3$s
            workers = 0
            log_address = /dev/null
            log_level = ERROR
            [pipeline:main]
            pipeline = catch_errors gatekeeper healthcheck cache listing_formats tempauth copy container-quotas slo dlo proxy-server
            [app:proxy-server]
            use = egg:swift#proxy
            account_autocreate = true
            conn_timeout = 30
            node_timeout = 60
            error_suppression_interval = 1
            error_suppression_limit = 1000000
            [filter:tempauth]
            use = egg:swift#tempauth
            user_test_tester = testing .admin
            user_test_tester2 = testing
            [filter:cache]
            use = egg:swift#memcache
            memcache_servers = 127.0.0.1:%4$d
            [filter:catch_errors]
            use = egg:swift#catch_errors
            [filter:gatekeeper]
            use = egg:swift#gatekeeper
            [filter:healthcheck]
            use = egg:swift#healthcheck
            [filter:listing_formats]
            use = egg:swift#listing_formats
            [filter:copy]
            use = egg:swift#copy
            [filter:container-quotas]
            use = egg:swift#container_quotas
            [filter:slo]
            use = egg:swift#slo
            [filter:dlo]
            use = egg:swift#dlo
            """;

    /** The port of one of the servers, or of memcached. */
    int port(String name) {
        return ports.get(NAMES.indexOf(name));
    }

    void write() throws IOException {
        String user = System.getProperty("user.name");
        Files.createDirectories(folder.resolve("devices/d1"));
        Files.writeString(folder.resolve("swift.conf"), COMMON);
        Files.writeString(
                folder.resolve("proxy-server.conf"), PROXY.formatted(port("proxy"), user, folder, port("memcached")));
        for (String kind : List.of("account", "container", "object")) {
            Files.writeString(folder.resolve(kind + "-server.conf"), SERVER.formatted(port(kind), user, folder, kind));
        }
    }
}
