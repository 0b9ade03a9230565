package dev.tiller.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.MessageReaction;
import dev.tiller.core.chat.StopSign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads reactions (`messageReaction`, Microsoft, "Conversation events in your Teams bot"). Teams
/// tells a bot of those on its own messages. Only one stops: ❌, whose id among Teams' reactions is
/// `274c_crossmark`. Clients of other makes write the character itself, or `cancel`.
final class TeamsSign {

  private static final Set<String> STOP = Set.of("274c_crossmark", "❌", "cancel");

  private TeamsSign() {}

  static TeamsEvent of(Activity activity, String tenant) {
    if (TeamsScene.isByBot(activity) || !stops(activity)) {
      return new TeamsEvent.Ignored("a reaction that stops nothing");
    }
    var message = filled(activity.getReplyToId());
    var event = filled(activity.getId());
    var scene = TeamsScene.of(activity, tenant, message.orElse(""));
    return message.isEmpty() || event.isEmpty() || scene.isEmpty()
        ? new TeamsEvent.Malformed("a reaction without message, person or conversation")
        : new TeamsEvent.Stop(sign(scene.get(), message.get(), event.get()));
  }

  private static boolean stops(Activity activity) {
    return Optional.ofNullable(activity.getReactionsAdded()).orElse(List.of()).stream()
        .map(MessageReaction::getType)
        .anyMatch(type -> type != null && STOP.contains(type.toLowerCase(Locale.ROOT)));
  }

  /// The event's own id is short, so the message and the person are part of the name.
  private static StopSign sign(TeamsScene scene, String message, String event) {
    return new StopSign(
        scene.address(),
        Optional.of(message),
        scene.actor(),
        scene.outsider(),
        String.join(" ", message, scene.actor().id(), event));
  }

  private static Optional<String> filled(@Nullable String text) {
    return Optional.ofNullable(text).filter(it -> !it.isBlank());
  }
}
