package io.clairscore.service.http;

import io.clairscore.features.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS from PEM files, which Jetty does not read itself. */
final class PemTls {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
  private static final char[] NO_PASSWORD = {};

  private PemTls() {}

  /**
   * The context of a certificate and its key.
   *
   * @throws Refusal with USAGE if the files are none
   */
  static SslContextFactory.Server context(TlsConf conf) {
    try (InputStream pem = Files.newInputStream(Path.of(conf.certificate()))) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .toArray(Certificate[]::new);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("server", key(Path.of(conf.key())), NO_PASSWORD, chain);
      SslContextFactory.Server context = new SslContextFactory.Server();
      context.setKeyStore(store);
      context.setKeyStorePassword("");
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw Refusal.usage(
              "The files of server.tls cannot be used.",
              e.getClass().getSimpleName() + ": " + e.getMessage(),
              "Give a certificate and a PKCS#8 key as PEM; openssl pkcs8 -topk8 -nocrypt -in"
                  + " old.key -out new.key makes one.")
          .from(e);
    }
  }

  private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
      throw new GeneralSecurityException(file + " holds no BEGIN PRIVATE KEY (PKCS#8)");
    }
    byte[] der =
        Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (GeneralSecurityException other) {
        // It is a key of another algorithm.
        continue;
      }
    }
    throw new GeneralSecurityException(file + " is a key of none of " + ALGORITHMS);
  }
}
