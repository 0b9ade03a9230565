package dev.tiller.slack;

import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.ChatFailure;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.WebHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slack for the bot: one app in one workspace.
public final class SlackAdapter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SlackAdapter.class);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);

  /// Slack waits three seconds for an acknowledgement, and as long for a form.
  private static final Duration QUICK_CALL_TIMEOUT = Duration.ofMillis(2_500);

  private static final Duration FILE_TIMEOUT = Duration.ofSeconds(60);

  private final SlackSettings settings;
  private final InstantSource clock;
  private final SlackApi api;
  private final SlackMembers members;
  private final SlackPlatform platform;

  /// Makes no call.
  ///
  /// @param clock tells how old a signature is
  public SlackAdapter(SlackSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.api = new SlackApi(settings, CALL_TIMEOUT);
    this.members = new SlackMembers(api, clock);
    var patient = api.within(FILE_TIMEOUT);
    this.platform =
        new SlackPlatform(
            api,
            api.within(QUICK_CALL_TIMEOUT),
            new SlackFiles(patient, settings.apiUrl()),
            new SlackDownloads(patient, settings.apiUrl()),
            members,
            new SlackStatus(api, settings.agentStatus()));
  }

  /// How the bot speaks on Slack.
  public ChatPlatform platform() {
    return platform;
  }

  /// Answers `POST /slack/events`: events, interactivity, options and the check of the URL. It
  /// makes no call on the way in other than opening a form. Absent without a signing secret.
  public Optional<WebHandler> handler(Inbox inbox, Ask ask) {
    return settings
        .signingSecret()
        .map(_ ->
            new SlackHandler(
                new SlackSignature(settings.signingSecrets(), clock), entrance(inbox, ask)));
  }

  /// Takes the same through a socket that the bot opens (Socket Mode), once it is started; to be
  /// closed before the inbox is. Absent without an app-level token.
  public Optional<SlackSocket> socket(Inbox inbox, Ask ask) {
    return socket(inbox, ask, SocketPace.USUAL);
  }

  Optional<SlackSocket> socket(Inbox inbox, Ask ask, SocketPace pace) {
    return settings
        .appToken()
        .map(token ->
            new SlackSocket(
                new SocketAddresses(api, token, settings.apiUrl()),
                new SocketIntake(entrance(inbox, ask)),
                pace,
                clock));
  }

  /// Finds out how the bot is called, which its first answers would otherwise not know. A failure
  /// is logged; nothing depends on it.
  public void warmUp() {
    try {
      members.meet(platform.bot());
    } catch (ChatFailure failure) {
      log.atInfo().addKeyValue("failure", failure.getMessage()).log("the bot's name is not known");
    }
  }

  private SlackEntrance entrance(Inbox inbox, Ask ask) {
    var listeners = new SlackListeners(inbox, ask, platform, members);
    return new SlackEntrance(SlackApp.create(api.slack(), listeners));
  }

  /// Closes idle connections.
  @Override
  public void close() {
    api.close();
  }
}
