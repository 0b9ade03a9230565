package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.Activity;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Addressing.Mentioned;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Person;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which Entra account stands behind the id that Teams uses in mentions (`29:…`). A mention does
/// not say, so it is learnt from what people write, and looked up in the background for those who
/// are mentioned before they wrote anything: the message that mentions them is not held up for it
/// and calls them unidentified; the next one finds them known.
final class TeamsAccounts {

  private static final Logger log = LoggerFactory.getLogger(TeamsAccounts.class);
  private static final int REMEMBERED = 50_000;
  private static final int LOOKUPS = 20;

  private final TeamsSettings settings;
  private final TeamsHosts hosts;
  private final TeamsLogin login;
  private final TeamsReader reader;
  private final Cache<String, String> accounts =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Executor background;

  /// @param login logs in to the connector
  /// @param background where people are looked up
  TeamsAccounts(
      TeamsSettings settings,
      TeamsHosts hosts,
      TeamsLogin login,
      TeamsReader reader,
      Executor background) {
    this.settings = settings;
    this.hosts = hosts;
    this.login = login;
    this.reader = reader;
    this.background = background;
  }

  /// The Entra object id, if it is known by now.
  Optional<String> of(String handle) {
    return Optional.ofNullable(accounts.getIfPresent(handle));
  }

  /// Learns who does something. Guests and members of other organisations are left unknown, so that
  /// nothing is given to them.
  void saw(Activity activity) {
    var from = activity.getFrom();
    if (from != null
        && isPerson(from.getId())
        && isFilled(from.getAadObjectId())
        && !TeamsScene.isOutsider(activity, from, settings.tenantId())) {
      accounts.put(from.getId(), from.getAadObjectId());
    }
  }

  /// Looks up whoever a message mentions and is not known. Returns at once.
  void find(InboundMessage message) {
    message.addressing().others().stream()
        .map(Mentioned::person)
        .filter(person -> !person.identified() && isPerson(person.handle()))
        .map(Person::handle)
        .forEach(handle -> find(message.address(), handle));
  }

  private void find(Address near, String handle) {
    if (underWay.size() >= LOOKUPS || !underWay.add(handle)) {
      return;
    }
    try {
      background.execute(() -> learn(near, handle));
    } catch (RejectedExecutionException closed) {
      underWay.remove(handle);
    }
  }

  private void learn(Address near, String handle) {
    try {
      account(member(near, handle)).ifPresent(account -> accounts.put(handle, account));
    } catch (ChatFailure failure) {
      log.atInfo().addKeyValue("reason", failure.getMessage()).log("somebody mentioned is unknown");
    } finally {
      underWay.remove(handle);
    }
  }

  /// `GET /v3/conversations/{conversation}/members/{member}` of the connector.
  private JsonNode member(Address near, String handle) {
    var service = TeamsRoute.of(near.route()).serviceUrl();
    if (!hosts.allow(service)) {
      throw new ChatFailure.Refused("service_url_not_allowed");
    }
    var path =
        "/v3/conversations/%s/members/%s"
            .formatted(encoded(near.thread().channel()), encoded(handle));
    return reader.get(URI.create(service.replaceFirst("/+$", "") + path), login);
  }

  /// Guests and members of other organisations are left unknown.
  private Optional<String> account(JsonNode member) {
    var tenant = member.path("tenantId").asText(settings.tenantId());
    var guest = member.path("userRole").asText().equalsIgnoreCase("guest");
    var id = member.path("aadObjectId").asText(member.path("objectId").asText());
    return guest || !tenant.equalsIgnoreCase(settings.tenantId()) || id.isBlank()
        ? Optional.empty()
        : Optional.of(id);
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static boolean isPerson(@Nullable String handle) {
    return handle != null && handle.startsWith("29:");
  }

  private static boolean isFilled(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
