package dev.coffer.backend.s3;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.ObjectNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository is.
 *
 * @param endpoint scheme, host and port
 * @param bucket its name
 * @param names the keys of its files
 */
record S3Location(URI endpoint, String bucket, ObjectNames names) {

    private static final Pattern SYNTAX = Pattern.compile("(?:(https?)://|//)?([^/]+)/([^/]+)(?:/(.*))?");

    /** Understands {@code host/bucket/prefix}, that with {@code http://}, {@code https://} or {@code //} before it. */
    static S3Location parse(String path) throws BackendException.Rejected {
        Matcher matcher = SYNTAX.matcher(path);
        if (!matcher.matches()) {
            throw unusable("it must name a host and a bucket", null);
        }
        String scheme = matcher.group(1) == null ? "https" : matcher.group(1);
        String prefix = matcher.group(4) == null ? "" : matcher.group(4);
        return new S3Location(endpoint(scheme, matcher.group(2)), matcher.group(3), ObjectNames.below(prefix));
    }

    private static URI endpoint(String scheme, String authority) throws BackendException.Rejected {
        if (authority.contains("@")) {
            throw unusable("keys do not belong into it, but into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", null);
        }
        try {
            return new URI(scheme + "://" + authority).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw unusable("'" + authority + "' is no host", e);
        }
    }

    private static BackendException.Rejected unusable(String reason, @Nullable Exception cause) {
        return new BackendException.Rejected(
                "cannot use this location of an S3 bucket: " + reason
                        + "; it should look like s3:s3.amazonaws.com/bucket/folder or s3:https://host:9000/bucket/folder",
                cause);
    }

    /** For people, and as it could be given again. */
    String display() {
        String host = endpoint.getScheme().equals("https") ? endpoint.getAuthority() : endpoint.toString();
        String folder = names.prefix().isEmpty() ? "" : "/" + names.prefix();
        return "s3:" + host + "/" + bucket + folder;
    }
}
