package dev.tiller.teams;

import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// How to reach Teams, and as whom. The constructor refuses what cannot work or is not safe, in a
/// sentence that does not contain the password.
///
/// @param appId the bot's Microsoft app id
/// @param appPassword its client secret; not part of [#toString()]
/// @param tenantId the id of the one organisation that the bot serves
/// @param openIdMetadata where the keys of inbound tokens are announced
/// @param login the authority that gives out outbound tokens
/// @param graph where Microsoft Graph is, with its version; the bot's token for Graph goes only
///   there
/// @param serviceHosts the hosts, as `host` or `host:port`, that the bot takes requests for and
///   sends its token to. Without a port the scheme's own is meant; all but loopback hosts need
///   https
public record TeamsSettings(
    String appId,
    String appPassword,
    String tenantId,
    URI openIdMetadata,
    URI login,
    URI graph,
    List<String> serviceHosts) {

  public static final URI OPENID_METADATA =
      URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");

  public static final URI GRAPH = URI.create("https://graph.microsoft.com/v1.0");
  public static final URI LOGIN = URI.create("https://login.microsoftonline.com");

  /// Teams' connectors: worldwide, and of the American government's two clouds.
  public static final List<String> SERVICE_HOSTS =
      List.of(
          "smba.trafficmanager.net",
          "smba.infra.gcc.teams.microsoft.com",
          "smba.infra.gov.teams.microsoft.us");

  public TeamsSettings {
    filled("app id", appId);
    filled("app password", appPassword);
    filled("tenant id", tenantId);
    safe("OpenID metadata URL", openIdMetadata);
    safe("login URL", login);
    safe("Graph URL", graph);
    serviceHosts = List.copyOf(serviceHosts);
    TeamsHosts.of(serviceHosts);
  }

  /// Settings for Teams as Microsoft runs it.
  public TeamsSettings(String appId, String appPassword, String tenantId) {
    this(appId, appPassword, tenantId, OPENID_METADATA, LOGIN, GRAPH, SERVICE_HOSTS);
  }

  /// With Microsoft's own Graph.
  public TeamsSettings(
      String appId,
      String appPassword,
      String tenantId,
      URI openIdMetadata,
      URI login,
      List<String> serviceHosts) {
    this(appId, appPassword, tenantId, openIdMetadata, login, GRAPH, serviceHosts);
  }

  @Override
  public String toString() {
    return "TeamsSettings[appId=%s, tenantId=%s, openIdMetadata=%s, login=%s, graph=%s, serviceHosts=%s]"
        .formatted(appId, tenantId, openIdMetadata, login, graph, serviceHosts);
  }

  private static void filled(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the Teams " + name + " is empty");
    }
  }

  private static void safe(String name, URI uri) {
    @Nullable HttpUrl url = HttpUrl.parse(uri.toString());
    if (url == null) {
      throw new IllegalArgumentException("the Teams " + name + " is no http(s) address: " + uri);
    }
    if (!url.isHttps() && !TeamsHosts.isLoopback(url.host())) {
      throw new IllegalArgumentException("the Teams " + name + " must be https: " + uri);
    }
  }
}
