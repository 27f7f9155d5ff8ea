/**
 * The certificates of the webhook, which no one has to provide or renew: an authority of the operator's own, and a certificate it
 * has signed, in a Secret that all replicas share. Bouncy Castle makes them; all else is the JDK's. Depends on cluster.
 *
 * <p>An authority is replaced long before it expires, and for that time the API server trusts both. The new one signs only once it
 * must be known everywhere, and its predecessor's key is forgotten, so that at no time is a certificate shown that is not trusted.
 */
@NullMarked
package dev.coffer.operator.controller.admission.certificate;

import org.jspecify.annotations.NullMarked;
