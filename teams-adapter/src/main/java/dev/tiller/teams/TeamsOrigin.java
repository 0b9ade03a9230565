package dev.tiller.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ConversationAccount;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides whether an activity that came with a genuine token is one of the bot's: from Teams, of
/// the bot's tenant, and by way of a connector that the bot may answer to.
final class TeamsOrigin {

  private final String tenant;
  private final TeamsHosts hosts;

  TeamsOrigin(TeamsSettings settings) {
    this.tenant = settings.tenantId();
    this.hosts = TeamsHosts.of(settings.serviceHosts());
  }

  /// Why the activity is not accepted; empty when it is.
  ///
  /// @param vouched the service URL that the token names
  Optional<String> objection(Activity activity, String vouched) {
    if (!"msteams".equals(activity.getChannelId())) {
      return Optional.of("another channel");
    }
    if (!vouched.equals(activity.getServiceUrl())) {
      return Optional.of("service URL is not the token's");
    }
    if (!hosts.allow(vouched)) {
      return Optional.of("service host is not on the list");
    }
    var tenants = tenants(activity).toList();
    return !tenants.isEmpty() && tenants.stream().allMatch(tenant::equalsIgnoreCase)
        ? Optional.empty()
        : Optional.of("another tenant");
  }

  private static Stream<String> tenants(Activity activity) {
    var ofConversation =
        Optional.ofNullable(activity.getConversation()).map(ConversationAccount::getTenantId);
    var ofChannel =
        TeamsActivity.tree(activity.getChannelData()).path("tenant").path("id").asText();
    return Stream.of(ofConversation.orElse(""), ofChannel).filter(id -> !id.isEmpty());
  }
}
