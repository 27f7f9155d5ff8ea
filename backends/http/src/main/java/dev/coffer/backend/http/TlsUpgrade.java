package dev.coffer.backend.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Puts TLS on a connection. That a certificate is for the host is checked together with who vouches for it.
 *
 * @param settings whom to trust, and who we are
 */
record TlsUpgrade(TlsSettings settings) implements TlsSocketStrategy {

    @Override
    public SSLSocket upgrade(Socket plain, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        SSLSocket socket = (SSLSocket)
                settings.context().getSocketFactory().createSocket(plain, Hosts.withoutBrackets(host), port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
