package dev.coffer.backend.gs;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;

/** A token that the user has, which nobody here can replace. */
final class GivenToken extends OAuth2Credentials {

    private static final long serialVersionUID = 1;

    GivenToken(String token) {
        super(AccessToken.newBuilder().setTokenValue(token).build());
    }

    /** With a failure of this type, the client tells how the service has refused the token. */
    @Override
    public AccessToken refreshAccessToken() throws IOException {
        throw new IOException("a token that was given cannot be replaced");
    }
}
