package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.chat.Notice;
import dev.tiller.core.chat.Person;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.chat.RichText;
import dev.tiller.core.chat.Upload;
import dev.tiller.core.command.Topic;
import dev.tiller.core.conversation.Agent;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.conversation.Question;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Showing what an agent has left. Whoever reads a thread may look; nothing changes by it.
public final class OnFiles {

  /// The largest file that is fetched, in bytes.
  public static final long LARGEST = Files.LARGEST;

  private OnFiles() {}

  /// What a run's button asks about the files of its agent; empty for other verbs.
  public static Optional<Topic> topic(String verb) {
    return verb.equals(Verbs.ARTIFACTS) ? Optional.of(Topic.ARTIFACTS) : Optional.empty();
  }

  /// A click on a run's button.
  static Decision asked(
      Conversation conversation, Agent agent, Topic topic, Person actor, Moment moment) {
    return Deeds.absence(agent)
        .map(why -> Decision.note(conversation, why))
        .orElseGet(() ->
            Decision.of(
                conversation,
                new Effect.Ask(
                    new Question(
                        moment.newId(),
                        topic,
                        actor,
                        false,
                        Optional.of(agent.id()),
                        "",
                        0,
                        Question.Stage.ASKED,
                        moment.now()))));
  }

  /// A click on a button that shows files.
  ///
  /// @param first whether nobody has clicked it before
  public static Decision clicked(
      Conversation conversation,
      Question question,
      FileKey key,
      boolean first,
      Person actor,
      Moment moment) {
    if (!first) {
      return Decision.note(conversation, Texts.get("artifact.under-way"));
    }
    var agent = agent(conversation, question);
    if (key.file().equals(FileMark.ALL)) {
      return asked(conversation, agent, Topic.SHOW_ARTIFACTS, actor, moment);
    }
    return Deeds.absence(agent)
        .map(why -> Decision.note(conversation, why))
        .orElseGet(() -> Decision.of(conversation, new Effect.Show(agent.id(), key.file())));
  }

  /// The files were found.
  static Decision found(Conversation conversation, Question question, Files files) {
    var agent = agent(conversation, question);
    if (question.topic() == Topic.ARTIFACTS) {
      return Decision.of(
          conversation,
          new Effect.Ask(question.closed()),
          new Effect.Say(question.key(), FilesCard.list(agent, question, files)));
    }
    var shown = files.shown().stream().limit(Files.AT_ONCE).toList();
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Ask(question.closed()));
    effects.add(new Effect.Say(question.key(), FilesCard.showing(agent, files, shown)));
    shown.forEach(file -> effects.add(new Effect.Show(agent.id(), FileMark.of(file))));
    return Decision.of(conversation, effects);
  }

  /// A file as it goes into the thread.
  public static Upload upload(Agent agent, Artifact file, Showable kind, byte[] content) {

    return new Upload(
        file.name(),
        kind.mediaType(),
        content,
        Texts.get("artifact.upload-title", file.name(), agent.number()),
        Texts.get(
            kind.film() ? "artifact.alt-film" : "artifact.alt-picture",
            agent.number(),
            file.name()));
  }

  /// An ended run's card offers what its agent has left.
  public static Decision left(Conversation conversation, UUID run, List<Artifact> files) {
    int count = Files.countShowable(files);
    return Decision.of(
        conversation.withRun(
            run, each -> each.ending().map(its -> each.ended(its.leaving(count))).orElse(each)));
  }

  /// Why a file was not shown.
  public enum Why {
    GONE,
    TOO_LARGE,
    NEITHER_PICTURE_NOR_FILM,
    /// The platform takes no such files.
    NOT_TAKEN,
    /// The platform refused this one.
    REFUSED,
    /// The app may not add files at all.
    SCOPE,
    NOT_FETCHED,
    /// It may have arrived.
    UNSURE
  }

  /// A file could not be shown, which is said in the thread.
  ///
  /// @param key names the message for good
  /// @param name the file's; absent where it is not known
  public static Decision unshown(
      Conversation conversation, UUID agent, String key, Optional<String> name, Why why) {
    var file =
        name.map(its -> Texts.get("artifact.called", Words.excerpt(its, 80)))
            .orElseGet(() -> Texts.get("artifact.the-file"));
    var platform = conversation.address().thread().platform();
    var page = conversation.agent(agent).flatMap(RunButtons::page);
    return Decision.of(
        conversation,
        new Effect.Say(
            key,
            new Notice(
                Optional.empty(),
                RichText.plain(sentence(file, platform, why)),
                page.stream().toList())));
  }

  private static String sentence(String file, Platform platform, Why why) {
    return switch (why) {
      case GONE -> Texts.get("artifact.gone", file);
      case TOO_LARGE -> Texts.get("artifact.too-large", file);
      case NEITHER_PICTURE_NOR_FILM -> Texts.get("artifact.neither", file);
      case NOT_TAKEN -> Texts.get("artifact.not-taken", platform.label(), file);
      case REFUSED -> Texts.get("artifact.refused", platform.label(), file);
      case SCOPE -> Texts.get("artifact.scope", file);
      case NOT_FETCHED -> Texts.get("artifact.not-fetched", file);
      case UNSURE -> Texts.get("artifact.unsure", file);
    };
  }

  private static Agent agent(Conversation conversation, Question question) {
    return question.agent().flatMap(conversation::agent).orElseThrow();
  }
}
