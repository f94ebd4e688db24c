package io.clairscore.service.monitoring;

import io.clairscore.features.settings.Require;
import java.net.URI;

/**
 * Who is told of alerts. The address stands in settings alone: nobody who asks the service can make
 * it ask another.
 *
 * @param url address, empty if nobody is told; with https, unless it is on this machine
 * @param secretFile file of the secret that signs messages; demanded with an address
 */
public record WebhookConf(String url, String secretFile) {

  public WebhookConf {
    Require.present("monitoring.webhook.url", url);
    Require.present("monitoring.webhook.secretFile", secretFile);
    if (!url.isEmpty()) {
      Require.that(
          isAddress(url),
          "monitoring.webhook.url",
          "<not shown>",
          "https://host[:port]/path, or http:// on this machine, without user and fragment");
      Require.that(
          !secretFile.isEmpty(), "monitoring.webhook.secretFile", "empty", "a file, with an url");
    }
  }

  boolean given() {
    return !url.isEmpty();
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = URI.create(url);
      boolean own =
          uri.getHost() != null
              && (uri.getHost().equals("localhost")
                  || uri.getHost().equals("127.0.0.1")
                  || uri.getHost().equals("[::1]"));
      return uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null
          && ("https".equals(uri.getScheme()) || own && "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
