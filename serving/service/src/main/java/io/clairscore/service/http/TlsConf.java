package io.clairscore.service.http;

import io.clairscore.features.settings.Require;

/**
 * PEM files of TLS; both empty for none.
 *
 * @param certificate file of the certificate, and of those that vouch for it
 * @param key file of the private key, PKCS#8
 */
public record TlsConf(String certificate, String key) {

  public TlsConf {
    Require.present("server.tls.certificate", certificate);
    Require.present("server.tls.key", key);
    Require.that(
        certificate.isEmpty() == key.isEmpty(),
        "server.tls.key",
        key,
        "given together with server.tls.certificate");
  }

  boolean given() {
    return !certificate.isEmpty();
  }
}
