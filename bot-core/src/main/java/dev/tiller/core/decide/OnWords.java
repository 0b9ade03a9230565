package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Vocabulary;
import dev.tiller.core.settings.WordsEdit;
import dev.tiller.core.settings.WordsEdit.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What looks at a workspace's keyword rules and aliases and changes of them lead to.
public final class OnWords {

  /// As many of a kind; each message is held against all of them.
  private static final int MOST = 200;

  private static final int SHOWN = 40;
  private static final int LONGEST = 100;

  private final Conversation conversation;
  private final InboundMessage message;
  private final SettingsCase the;

  private OnWords(Conversation conversation, InboundMessage message, SettingsCase the) {
    this.conversation = conversation;
    this.message = message;
    this.the = the;
  }

  public static Decision said(
      Conversation conversation, InboundMessage message, WordsEdit edit, SettingsCase the) {
    return new OnWords(conversation, message, the).decide(edit);
  }

  private Decision decide(WordsEdit edit) {
    return switch (edit) {
      case WordsEdit.Show(var kind) -> say(Replies.text(list(kind)));
      case WordsEdit.Add add -> change(add.kind(), add.word(), () -> add(add));
      case WordsEdit.Remove remove -> change(remove.kind(), remove.word(), () -> remove(remove));
    };
  }

  private interface Change {
    Decision decide();
  }

  private Decision change(Kind kind, String word, Change change) {
    var verdict = SettingRights.mayTeach(the.person(), the.thread().platform(), the.reviewed());
    if (!verdict.allowed()) {
      return OnMessage.refuse(
          conversation,
          message,
          act(kind),
          verdict.rule(),
          Replies.text(SettingReplies.adminsOnly(the, "this workspace's " + plural(kind))));
    }
    return fixed(kind).containsKey(word)
        ? say(
            Replies.text(
                "The %s “%s” is set in the reviewed file (%s) and cannot be changed here. Nothing was changed."
                    .formatted(
                        name(kind),
                        Words.excerpt(word, LONGEST),
                        the.reviewed().file().orElse("TILLER_SETTINGS_FILE"))))
        : change.decide();
  }

  private Decision add(WordsEdit.Add add) {
    var word = add.word();
    var old = Optional.ofNullable(all(add.kind()).get(word));
    if (word.isBlank() || word.length() > LONGEST) {
      return say(
          Replies.text("A word has 1 to %d characters. Nothing was changed.".formatted(LONGEST)));
    }
    if (old.isEmpty() && all(add.kind()).size() >= MOST) {
      return say(
          Replies.text(
              "There are %d %s already, which is the most. Remove one first: %s remove word."
                  .formatted(MOST, plural(add.kind()), plural(add.kind()))));
    }
    return switch (SettingChecks.repository(add.repository().display(), the)) {
      case SettingChecks.Verdict.Unlisted(_, var value, var near) when near.isPresent() ->
          say(Replies.text(SettingReplies.unlisted("repository", value, near)));
      case SettingChecks.Verdict.Fine(var value) ->
          added(new WordsEdit.Add(add.kind(), word, Repository.parse(value).orElseThrow()), old);
      case SettingChecks.Verdict.Unlisted _ -> added(add, old);
      case SettingChecks.Verdict.Wrong(var written, var expected) ->
          say(
              Replies.text(
                  "%s is not %s Nothing was changed."
                      .formatted(Words.excerpt(written, LONGEST), expected)));
    };
  }

  private Decision added(WordsEdit.Add add, Optional<Repository> old) {
    var text =
        "%s “%s”: %s → %s. %s"
            .formatted(
                Words.capitalized(name(add.kind())),
                add.word(),
                old.map(Repository::display).orElse("none"),
                add.repository().display(),
                undo(add.kind(), add.word(), old));
    return done(add, add.kind(), add.word() + " " + add.repository().display(), text);
  }

  private static String undo(Kind kind, String word, Optional<Repository> old) {
    return old.map(
            its -> "To take it back: %s add %s %s".formatted(plural(kind), word, its.display()))
        .orElse("To take it back: %s remove %s".formatted(plural(kind), word));
  }

  private Decision remove(WordsEdit.Remove remove) {
    var kind = remove.kind();
    var old = all(kind).get(remove.word());
    return old == null
        ? say(
            Replies.text(
                "There is no %s “%s”. Write %s list to see them all."
                    .formatted(name(kind), Words.excerpt(remove.word(), LONGEST), plural(kind))))
        : done(
            remove,
            kind,
            remove.word(),
            "%s “%s”: %s → none. To take it back: %s add %s %s"
                .formatted(
                    Words.capitalized(name(kind)),
                    remove.word(),
                    old.display(),
                    plural(kind),
                    remove.word(),
                    old.display()));
  }

  private Decision done(WordsEdit edit, Kind kind, String subject, String text) {
    return Decision.of(
        conversation,
        List.of(
            new Effect.Teach(the.thread(), edit, the.person()),
            new Effect.Audit(the.person(), act(kind), Words.cut(subject, 500), "admin"),
            new Effect.Say(OnMessage.answerKey(conversation, message), Replies.text(text))));
  }

  private String list(Kind kind) {
    var all = all(kind);
    var how = "To add one: %s add word owner/name".formatted(plural(kind));
    if (all.isEmpty()) {
      return "There are no %s yet. %s".formatted(plural(kind), how);
    }
    var lines =
        all.entrySet().stream()
            .limit(SHOWN)
            .map(entry ->
                "%s → %s%s"
                    .formatted(
                        entry.getKey(),
                        entry.getValue().display(),
                        fixed(kind).containsKey(entry.getKey())
                            ? " (set in the reviewed file)"
                            : ""))
            .collect(Collectors.joining("\n"));
    var rest = all.size() > SHOWN ? "\nand %d more".formatted(all.size() - SHOWN) : "";
    return "%s of this workspace:\n%s%s\n%s"
        .formatted(Words.capitalized(plural(kind)), lines, rest, how);
  }

  private Map<String, Repository> all(Kind kind) {
    var preferences = the.all();
    return new TreeMap<>(
        switch (kind) {
          case ALIAS -> preferences.aliases();
          case RULE ->
              preferences.rules().stream()
                  .collect(Collectors.toMap(KeywordRule::word, KeywordRule::repository));
        });
  }

  private Map<String, Repository> fixed(Kind kind) {
    Vocabulary words = the.reviewed().wordsOf(the.thread());
    return words.of(kind);
  }

  private Decision say(Post answer) {
    return OnMessage.say(conversation, message, answer);
  }

  private static String act(Kind kind) {
    return plural(kind);
  }

  private static String name(Kind kind) {
    return kind == Kind.RULE ? "rule" : "alias";
  }

  private static String plural(Kind kind) {
    return kind == Kind.RULE ? "rules" : "aliases";
  }
}
