package dev.tiller.core.decide;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Post;
import dev.tiller.core.conversation.Conversation;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.Vocabulary;
import dev.tiller.core.settings.WordsEdit;
import dev.tiller.core.settings.WordsEdit.Kind;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
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
          Replies.text(text(kind, "rule.admins", "alias.admins", SettingReplies.whoCan(the))));
    }
    return fixed(kind).containsKey(word)
        ? say(
            Replies.text(
                text(
                    kind,
                    "rule.fixed",
                    "alias.fixed",
                    Words.excerpt(word, LONGEST),
                    the.reviewed().file().orElse("TILLER_SETTINGS_FILE"))))
        : change.decide();
  }

  private Decision add(WordsEdit.Add add) {
    var word = add.word();
    var old = Optional.ofNullable(all(add.kind()).get(word));
    if (word.isBlank() || word.length() > LONGEST) {
      return say(Replies.text(Texts.get("rule.length", LONGEST)));
    }
    if (old.isEmpty() && all(add.kind()).size() >= MOST) {
      return say(Replies.text(text(add.kind(), "rule.most", "alias.most", MOST)));
    }
    return switch (SettingChecks.repository(add.repository().display(), the)) {
      case SettingChecks.Verdict.Unlisted(_, var value, var near) when near.isPresent() ->
          say(Replies.text(SettingReplies.unlisted(SettingName.REPOSITORY, value, near)));
      case SettingChecks.Verdict.Fine(var value) ->
          added(new WordsEdit.Add(add.kind(), word, Repository.parse(value).orElseThrow()), old);
      case SettingChecks.Verdict.Unlisted _ -> added(add, old);
      case SettingChecks.Verdict.Wrong(var written, var expected) ->
          say(Replies.text(Texts.get("rule.wrong", Words.excerpt(written, LONGEST), expected)));
    };
  }

  private Decision added(WordsEdit.Add add, Optional<Repository> old) {
    var now = add.repository().display();
    var text =
        old.map(its ->
                text(add.kind(), "rule.changed", "alias.changed", add.word(), its.display(), now))
            .orElseGet(() -> text(add.kind(), "rule.added", "alias.added", add.word(), now));

    return done(add, add.kind(), add.word() + " " + now, text);
  }

  private Decision remove(WordsEdit.Remove remove) {
    var kind = remove.kind();
    var old = all(kind).get(remove.word());
    return old == null
        ? say(
            Replies.text(
                text(kind, "rule.unknown", "alias.unknown", Words.excerpt(remove.word(), LONGEST))))
        : done(
            remove,
            kind,
            remove.word(),
            text(kind, "rule.removed", "alias.removed", remove.word(), old.display()));
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
    if (all.isEmpty()) {
      return text(kind, "rule.none", "alias.none");
    }
    var lines =
        all.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> line(kind, entry.getKey(), entry.getValue()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (all.size() > SHOWN) {
      lines.add(Texts.get("rule.more", all.size() - SHOWN));
    }
    return text(kind, "rule.list", "alias.list", String.join("\n", lines));
  }

  private String line(Kind kind, String word, Repository its) {
    return fixed(kind).containsKey(word)
        ? Texts.get("rule.line-fixed", word, its.display())
        : word + " → " + its.display();
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

  private static String text(Kind kind, String ofRules, String ofAliases, Object... arguments) {
    return Texts.get(kind == Kind.RULE ? ofRules : ofAliases, arguments);
  }

  private static String act(Kind kind) {
    return kind == Kind.RULE ? "rules" : "aliases";
  }
}
