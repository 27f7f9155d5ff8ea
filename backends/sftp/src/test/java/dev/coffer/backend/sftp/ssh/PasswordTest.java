package dev.coffer.backend.sftp.ssh;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.sftp.Programs;
import dev.coffer.backend.sftp.SftpProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenSSH's server knows only the passwords of the system, so here is another one. */
class PasswordTest {

    @TempDir
    private Path folder;

    private SshServer server;

    static List<Arguments> methods() {
        return List.of(
                Arguments.of(UserAuthPasswordFactory.INSTANCE),
                Arguments.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
    }

    /** The library looks for supported keys once, and this test may be the first of all to use it. */
    @BeforeAll
    static void useKeysOfTheJdk() {
        JdkSecurity.register();
    }

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, _) -> user.equals("joe") && password.equals("open sesame"));
        server.setKeyboardInteractiveAuthenticator(new DefaultKeyboardInteractiveAuthenticator());
        server.setSubsystemFactories(List.of(new Sftp()));
        server.start();
        Path ssh = Files.createDirectory(folder.resolve(".ssh"));
        Files.writeString(
                ssh.resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()));
    }

    private static final class Sftp implements SubsystemFactory {

        @Override
        public String getName() {
            return "sftp";
        }

        @Override
        public Command createSubsystem(ChannelSession channel) throws IOException {
            return ProcessShellCommandFactory.INSTANCE.createCommand(channel, Programs.find("sftp-server"));
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private void connect(Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOME", folder.toString());
        BackendLocation location =
                new BackendLocation("sftp", "//joe@127.0.0.1:" + server.getPort() + "/" + folder + "/r");
        new SftpProvider().create(location, new BackendOptions(Map.of(), all)).close();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_password_opens_the_door(UserAuthFactory method) {
        server.setUserAuthFactories(List.of(method));

        assertThatCode(() -> connect(Map.of("COFFER_SFTP_PASSWORD", "open sesame")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_wrong_one_is_denied_and_not_repeated(UserAuthFactory method) {
        server.setUserAuthFactories(List.of(method));

        assertThatThrownBy(() -> connect(Map.of("COFFER_SFTP_PASSWORD", "xyzzy")))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("a password was offered")
                .message()
                .doesNotContain("xyzzy");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void whoever_gives_none_is_told_how_to(UserAuthFactory method) {
        server.setUserAuthFactories(List.of(method));

        assertThatThrownBy(() -> connect(Map.of()))
                .isInstanceOf(BackendException.Denied.class)
                .hasMessageContaining("COFFER_SFTP_PASSWORD");
    }
}
