package dev.coffer.backend.s3;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.SelfSigned;
import dev.coffer.backend.contract.ServerProcess;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** s3proxy, which verifies signatures and checksums, with its objects in memory. Serves HTTP and HTTPS. */
final class S3ProxyServer implements Closeable {

    static final String KEY = "AKTEST";
    static final String SECRET = "SKTESTsecret1234";

    /** Where it is whatever comes to {@code s3.amazonaws.com} without saying which region is meant. */
    private static final String VIRTUAL_HOST = "s3.us-east-1.amazonaws.com";

    private static final Pattern SERVES = Pattern.compile("(Server) Started ");
    private static final Pattern PORT = Pattern.compile("AbstractConnector Started \\S+\\{(SSL|HTTP).*:(\\d+)\\}");
    private static final String PASSWORD = "changeit";

    private final ServerProcess process;
    private final SelfSigned identity;

    private S3ProxyServer(ServerProcess process, SelfSigned identity) {
        this.process = process;
        this.identity = identity;
    }

    /** Buckets are in the path. */
    static S3ProxyServer start() throws IOException {
        return start("");
    }

    /** Buckets are in the names of Amazon's hosts, for whoever takes this for an HTTP proxy. */
    static S3ProxyServer startAsAmazon() throws IOException {
        return start("s3proxy.virtual-host=" + VIRTUAL_HOST);
    }

    private static S3ProxyServer start(String buckets) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "s3proxy");
        SelfSigned identity = SelfSigned.create(folder.toAbsolutePath(), "s3proxy", "IP:127.0.0.1");
        Path configuration = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.endpoint=http://127.0.0.1:0
                s3proxy.secure-endpoint=https://127.0.0.1:0
                s3proxy.keystore-path=%s
                s3proxy.keystore-password=%s
                %s
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                jclouds.filesystem.basedir=%s
                jclouds.identity=local
                jclouds.credential=local
                """.formatted(
                        identity.keyStore(PASSWORD), PASSWORD, buckets, KEY, SECRET, folder.toAbsolutePath()));
        return new S3ProxyServer(
                JavaServer.start(
                        "s3proxy",
                        SERVES,
                        List.of(
                                "-Dlogback.configurationFile=" + Path.of("target/test-classes/s3proxy-logback.xml"),
                                "org.gaul.s3proxy.Main",
                                "--properties",
                                configuration.toString())),
                identity);
    }

    InetSocketAddress http() {
        return address("HTTP");
    }

    InetSocketAddress https() {
        return address("SSL");
    }

    private InetSocketAddress address(String protocol) {
        Matcher ports = PORT.matcher(process.output());
        while (ports.find()) {
            if (ports.group(1).equals(protocol)) {
                return new InetSocketAddress("127.0.0.1", Integer.parseInt(ports.group(2)));
            }
        }
        throw new IllegalStateException("does not serve " + protocol + ": " + process.output());
    }

    /** What to trust for HTTPS. */
    String certificate() throws IOException {
        return Files.readString(identity.certificate());
    }

    @Override
    public void close() {
        process.close();
    }

    /** The right keys, and nothing that a user of this machine may have. */
    static BackendOptions options(Map<String, String> extended) {
        return options(extended, Map.of());
    }

    static BackendOptions options(Map<String, String> extended, Map<String, String> variables) {
        Map<String, String> environment =
                new HashMap<>(Map.of("AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", SECRET));
        environment.putAll(variables);
        return new BackendOptions(extended, environment);
    }
}
