package dev.tiller.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mention in a message: an entity of the type `mention` (Bot Framework activity schema 3.0), and
/// the text that stands for it in the message, `<at>Name</at>`.
///
/// @param text may be empty
/// @param id `29:…` for a person, `28:…` for a bot; something else for channels, teams and tags
/// @param account the Entra object id; empty in what Teams sends today
record TeamsMention(String text, String id, String account, String name) {

  private static final Pattern ACCOUNT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// Those of the bot.
  static List<TeamsMention> ofBot(Activity activity) {
    var bot = bot(activity);
    return all(activity).stream().filter(it -> !bot.isEmpty() && bot.equals(it.id)).toList();
  }

  /// Those of everybody and everything else, in the order of the text.
  static List<TeamsMention> ofOthers(Activity activity) {
    var text = Optional.ofNullable(activity.getText()).orElse("");
    return all(activity).stream()
        .filter(it -> !it.id.isEmpty() && !it.id.equals(bot(activity)))
        .sorted(Comparator.comparingInt(it -> text.indexOf(it.text)))
        .toList();
  }

  private static String bot(Activity activity) {
    return activity.getRecipient() == null
        ? ""
        : Optional.ofNullable(activity.getRecipient().getId()).orElse("");
  }

  private static List<TeamsMention> all(Activity activity) {
    return Optional.ofNullable(activity.getEntities()).orElse(List.of()).stream()
        .filter(entity -> "mention".equals(entity.getType()))
        .map(TeamsMention::of)
        .toList();
  }

  private static TeamsMention of(Entity entity) {
    JsonNode who = TeamsActivity.tree(entity.getProperties().get("mentioned"));
    var account = who.path("aadObjectId").asText();
    return new TeamsMention(
        TeamsActivity.tree(entity.getProperties().get("text")).asText(),
        who.path("id").asText(),
        ACCOUNT.matcher(account).matches() ? account : "",
        who.path("name").asText());
  }
}
