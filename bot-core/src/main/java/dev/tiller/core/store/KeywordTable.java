package dev.tiller.core.store;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.Person;
import dev.tiller.core.settings.Vocabulary;
import dev.tiller.core.settings.WordsEdit;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// A workspace's keyword rules and aliases as rows.
final class KeywordTable {

  private static final String ONE =
      " where platform = :platform and workspace = :workspace and kind = :kind and word = :word";

  private final Handle handle;

  KeywordTable(Handle handle) {
    this.handle = handle;
  }

  Vocabulary of(ChatThread any) {
    // A row that a later version cannot read is left alone.
    var found = new EnumMap<WordsEdit.Kind, Map<String, Repository>>(WordsEdit.Kind.class);
    handle
        .createQuery(
            "select kind, word, repository from keyword"
                + " where platform = :platform and workspace = :workspace")
        .bind("platform", any.platform().name())
        .bind("workspace", any.workspace())
        .map((row, context) -> {
          var words =
              found.computeIfAbsent(
                  WordsEdit.Kind.valueOf(row.getString("kind")), _ -> new HashMap<>());
          var word = row.getString("word");
          Repository.parse(row.getString("repository")).ifPresent(its -> words.put(word, its));
          return words;
        })
        .list();
    return new Vocabulary(
        found.getOrDefault(WordsEdit.Kind.RULE, Map.of()),
        found.getOrDefault(WordsEdit.Kind.ALIAS, Map.of()));
  }

  void change(ChatThread any, WordsEdit edit, Person by, Instant at) {
    switch (edit) {
      case WordsEdit.Show _ -> {}
      case WordsEdit.Remove(var kind, var word) -> remove(any, kind, word);
      case WordsEdit.Add(var kind, var word, var repository) -> {
        remove(any, kind, word);
        add(any, kind, word, repository, by, at);
      }
    }
  }

  private void remove(ChatThread any, WordsEdit.Kind kind, String word) {
    try (var delete = handle.createUpdate("delete from keyword" + ONE)) {
      bind(delete, any, kind, word).execute();
    }
  }

  private void add(
      ChatThread any,
      WordsEdit.Kind kind,
      String word,
      Repository repository,
      Person by,
      Instant at) {
    try (var insert =
        handle.createUpdate(
            """
            insert into keyword (platform, workspace, kind, word, repository, changed_by, changed_at)
            values (:platform, :workspace, :kind, :word, :repository, :by, :at)
            on conflict do nothing
            """)) {
      bind(insert, any, kind, word)
          .bind("repository", repository.url().toString())
          .bind("by", by.id())
          .bind("at", at)
          .execute();
    }
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, ChatThread any, WordsEdit.Kind kind, String word) {
    return statement
        .bind("platform", any.platform().name())
        .bind("workspace", any.workspace())
        .bind("kind", kind.name())
        .bind("word", word);
  }
}
