package dev.tiller.app.widgets;

import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.chat.Address;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.Ask;
import dev.tiller.core.chat.Button;
import dev.tiller.core.chat.Card;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Choice;
import dev.tiller.core.chat.ChoiceQuery;
import dev.tiller.core.chat.Form;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Menu;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.Shortcut;
import dev.tiller.core.chat.StopSign;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A core that answers every message with a question, and offers a form for settings. It keeps what
/// it is handed.
final class AskingBot implements Inbox, Ask {

  static final String QUESTION = "Which repository is this about?";
  static final String ANSWERED = "Taken for ";

  private static final List<Choice> REPOSITORIES =
      Stream.concat(
              Stream.of("acme/web", "acme/web-app", "acme/api", "acme/<b>bold</b> & sons")
                  .map(name -> new Choice(name, name)),
              IntStream.rangeClosed(1, 120)
                  .mapToObj(i -> "acme/service-%03d".formatted(i))
                  .map(name -> new Choice(name, name)))
          .toList();
  private static final List<Choice> MODELS =
      List.of(
          new Choice("auto", "Cursor’s choice"),
          new Choice("opus-4.5", "Claude Opus 4.5"),
          new Choice("gpt-5.2", "GPT-5.2"));

  final List<Action> actions = new CopyOnWriteArrayList<>();
  final List<FormSubmission> forms = new CopyOnWriteArrayList<>();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Map<Platform, ChatPlatform> platforms = new ConcurrentHashMap<>();
  private final Map<String, String> saved = new ConcurrentHashMap<>();

  void speakOn(ChatPlatform platform) {
    platforms.put(platform.platform(), platform);
  }

  @Override
  public void message(InboundMessage message) {
    if (!known.add(message.message())) {
      return;
    }
    inBackground(
        () -> on(message.address()).post(message.address(), message.message(), QUESTION_CARD));
  }

  @Override
  public void stop(StopSign sign) {}

  @Override
  public void arrived(Arrival arrival) {}

  @Override
  public void left(ChatThread mainLine, Optional<Instant> at) {}

  @Override
  public Answer form(Shortcut shortcut) {
    return new Answer.Refuse("There is nothing to fill in here.");
  }

  @Override
  public Receipt action(Action action) {
    actions.add(action);
    action.value().ifPresent(value -> answer(action, value));
    return action.value().isPresent() ? Receipt.SILENT : Receipt.note("Nothing was chosen.");
  }

  private void answer(Action action, String value) {
    inBackground(() ->
        on(action.address())
            .update(
                action.address(),
                action.card().orElseThrow(),
                card(ANSWERED + value, Card.Tone.SUCCESS, List.of())));
  }

  @Override
  public Receipt form(FormSubmission submission) {
    forms.add(submission);
    saved.putAll(submission.values());
    return Receipt.note("Saved.");
  }

  @Override
  public Answer form(Action action) {
    var fields =
        List.<Form.Field>of(
            new Form.ChoiceField(
                "repo",
                "Repository",
                "Where agents work unless a request says otherwise. Now: acme/web, from the"
                    + " workspace.",
                choice(REPOSITORIES, saved.getOrDefault("repo", "acme/web")),
                REPOSITORIES.subList(0, 100),
                true,
                true),
            new Form.ChoiceField(
                "model",
                "Model",
                "Now: Cursor’s choice, since nobody said otherwise.",
                choice(MODELS, saved.getOrDefault("model", "")),
                MODELS,
                false,
                true),
            new Form.TextField("branch", "Branch", "", "main", false, true, 200));
    return new Answer.Open(
        new Form(action.key(), UUID.randomUUID().toString(), "Settings", "Save", fields));
  }

  @Override
  public List<Choice> choices(ChoiceQuery query) {
    return REPOSITORIES.stream()
        .filter(choice -> choice.label().contains(query.typed()))
        .limit(100)
        .toList();
  }

  @Override
  public Card home(Address page, Person visitor) {
    var facts =
        List.of(
            new Card.Fact("Repository", saved.getOrDefault("repo", "acme/web")),
            new Card.Fact("Model", saved.getOrDefault("model", "Cursor’s choice")));
    return new Card(
        "Your settings",
        Card.Tone.NEUTRAL,
        "They hold for what you ask for, unless a channel or a request says otherwise.",
        facts,
        RichText.EMPTY,
        Optional.empty(),
        List.of(new Button.OpenForm("Change settings", new ActionKey("settings", "mine"))),
        "Mention @tiller in a channel with a task.");
  }

  private static final Card QUESTION_CARD =
      card(
              QUESTION,
              Card.Tone.WAITING,
              List.of(
                  new Button.Press("acme/web-app", new ActionKey("near", "draft-1")),
                  new Button.OpenForm("Settings", new ActionKey("settings", "mine")),
                  new Button.Press(
                      "Cancel", new ActionKey("cancel", "draft-1"), Button.Style.DANGER)))
          .with(
              new Menu(
                  "Choose a repository",
                  new ActionKey("choose", "draft-1"),
                  REPOSITORIES.subList(0, 100)));

  private static Card card(String title, Card.Tone tone, List<Button> buttons) {
    return new Card(
        title,
        tone,
        "Fix the flaky login test",
        List.of(),
        RichText.EMPTY,
        Optional.empty(),
        buttons,
        "Only Ann Lee can choose. This question ends in an hour.");
  }

  private static Optional<Choice> choice(List<Choice> choices, String value) {
    return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
  }

  private ChatPlatform on(Address address) {
    return Optional.ofNullable(platforms.get(address.thread().platform())).orElseThrow();
  }

  private static void inBackground(Runnable work) {
    Thread.startVirtualThread(work);
  }
}
