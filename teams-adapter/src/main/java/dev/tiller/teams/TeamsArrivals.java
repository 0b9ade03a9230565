package dev.tiller.teams;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Place;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Maps what Teams tells of the bot's own comings and goings (Bot Framework activities
/// `installationUpdate` and `conversationUpdate`) to what the core reads. Teams sends both for one
/// installation.
final class TeamsArrivals {

  private TeamsArrivals() {}

  static TeamsEvent of(Activity activity, String tenant) {
    boolean added = isAction(activity, "add") || isAmong(activity, activity.getMembersAdded());
    boolean removed =
        isAction(activity, "remove") || isAmong(activity, activity.getMembersRemoved());
    return TeamsScene.of(activity, tenant, "")
        .filter(_ -> added || removed)
        .<TeamsEvent>map(scene ->
            added
                ? new TeamsEvent.Arrived(arrival(activity, tenant, scene))
                : new TeamsEvent.Left(mainLine(scene), at(activity)))
        .orElseGet(() -> new TeamsEvent.Ignored(activity.getType()));
  }

  private static boolean isAction(Activity activity, String action) {
    return activity.getType().equals("installationUpdate") && action.equals(activity.getAction());
  }

  private static boolean isAmong(Activity activity, @Nullable List<ChannelAccount> members) {
    return activity.getType().equals("conversationUpdate")
        && activity.getRecipient() != null
        && members != null
        && members.stream()
            .anyMatch(it -> String.valueOf(activity.getRecipient().getId()).equals(it.getId()));
  }

  private static Arrival arrival(Activity activity, String tenant, TeamsScene scene) {
    boolean outside =
        scene.place() == Place.DIRECT ? scene.outsider() : TeamsScene.isElsewhere(activity, tenant);
    var by = Optional.of(scene.actor()).filter(_ -> !TeamsScene.isByBot(activity));
    return new Arrival(
        scene.address(), scene.place(), by, outside, TeamsScene.botName(activity), at(activity));
  }

  private static Optional<Instant> at(Activity activity) {
    return Optional.ofNullable(activity.getTimestamp()).map(OffsetDateTime::toInstant);
  }

  private static ChatThread mainLine(TeamsScene scene) {
    return scene.address().thread();
  }
}
