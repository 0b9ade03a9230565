package dev.tiller.core.command;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Arguments.Argument;
import dev.tiller.core.settings.WordsEdit;
import dev.tiller.core.settings.WordsEdit.Kind;
import dev.tiller.core.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `rules add frontend acme/web`, `rules remove frontend`, `aliases list` and the like.
final class WordsForm {

  private static final Set<String> RULES = Set.of("rules", "rule");
  private static final Set<String> ALIASES = Set.of("aliases", "alias");
  private static final Set<String> ADD = Set.of("add", "set", "new");
  private static final Set<String> REMOVE = Set.of("remove", "delete", "rm", "unset");
  private static final Set<String> LIST = Set.of("list", "show");

  /// May stand between the words and the repository.
  private static final Set<String> ARROWS =
      Set.of("->", "→", "=>", "=", "to", "for", "is", "in", "–>", "—>");

  private static final int MOST_WORDS = 5;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}._/+#&'’-]{1,60}");

  private final Kind kind;
  private final String head;
  private final List<Argument> words;

  private WordsForm(Kind kind, List<Argument> words) {
    this.kind = kind;
    this.head = kind == Kind.RULE ? CommandWord.RULES.word() : CommandWord.ALIASES.word();
    this.words = words;
  }

  /// Empty for a message that is something else, such as a task about rules.
  static Optional<Reading> of(String text) {
    var arguments = Arguments.of(text).filter(words -> !words.rest().isEmpty());
    return arguments
        .flatMap(words -> kind(words.head()).map(kind -> new WordsForm(kind, words.rest())))
        .flatMap(WordsForm::read)
        .or(() -> arguments.flatMap(words -> misspelt(text, words)));
  }

  private static Optional<Kind> kind(String head) {
    if (RULES.contains(head)) {
      return Optional.of(Kind.RULE);
    }
    return ALIASES.contains(head) ? Optional.of(Kind.ALIAS) : Optional.empty();
  }

  private Optional<Reading> read() {
    var verb = words.getFirst().value().toLowerCase(Locale.ROOT);
    var rest = words.subList(1, words.size());
    if (words.getFirst().key().isPresent() || (words.size() == 2 && !isVerb(verb))) {
      return withoutVerb();
    }
    if (LIST.contains(verb) && rest.isEmpty()) {
      return Optional.of(new Reading.Clear(new Command.Words(new WordsEdit.Show(kind))));
    }
    if (ADD.contains(verb)) {
      return Optional.of(add(rest));
    }
    return REMOVE.contains(verb) ? Optional.of(remove(rest)) : misspeltVerb(verb, rest);
  }

  private static boolean isVerb(String word) {
    return Stream.of(ADD, REMOVE, LIST)
        .flatMap(Set::stream)
        .anyMatch(verb -> verb.equals(word) || Spelling.isSlip(word, verb, 1));
  }

  /// `rules frontend acme/web` and `alias site=acme/web`.
  private Optional<Reading> withoutVerb() {
    var last = new Argument(Optional.empty(), words.getLast().value(), words.getLast().place());
    return repository(last)
        .map(_ -> words.getFirst().place())
        .map(place -> doubtful(head + " add", new Range(place.start(), place.start()), "add "));
  }

  /// `add site=acme/web`.
  private Reading pair(Argument pair) {
    var word = new Argument(Optional.empty(), pair.key().orElseThrow(), pair.place());
    return add(List.of(word, new Argument(Optional.empty(), pair.value(), pair.place())));
  }

  private Reading add(List<Argument> rest) {
    if (rest.size() == 1 && rest.getFirst().key().isPresent()) {
      return pair(rest.getFirst());
    }
    var repository = rest.isEmpty() ? Optional.<Repository>empty() : repository(rest.getLast());
    if (rest.size() < 2 || repository.isEmpty()) {
      return notAdded(rest);
    }
    return word(beforeArrow(rest.subList(0, rest.size() - 1)))
        .<Reading>map(word ->
            new Reading.Clear(new Command.Words(new WordsEdit.Add(kind, word, repository.get()))))
        .orElseGet(this::unreadable);
  }

  /// `rules add frontend=acme/web` and `rules add frontend repo=acme/web`, too.
  private static Optional<Repository> repository(Argument word) {
    return word.key().isEmpty()
            || OptionNames.called(word.key().get()).equals(Optional.of(OptionName.REPO))
        ? OptionValues.repositories(word.value()).filter(all -> all.size() == 1).map(List::getFirst)
        : Optional.empty();
  }

  private static List<Argument> beforeArrow(List<Argument> words) {
    var last = words.size() - 1;
    return last > 0 && ARROWS.stream().anyMatch(words.get(last)::is)
        ? words.subList(0, last)
        : words;
  }

  private Reading notAdded(List<Argument> rest) {
    var usage = Texts.get("problem.words-add", head, head);
    var swapped =
        rest.size() > 1
            ? Optional.of(rest.getFirst()).flatMap(WordsForm::repository)
            : Optional.<Repository>empty();
    var others = rest.isEmpty() ? Optional.<String>empty() : word(rest.subList(1, rest.size()));
    return swapped.isPresent() && others.isPresent()
        ? new Reading.Doubtful(
            List.of(
                new Finding(
                    usage,
                    new Range(rest.getFirst().place().start(), rest.getLast().place().end()),
                    quoted(others.get()) + " " + rest.getFirst().value())))
        : new Reading.Doubtful(List.of(Finding.of(usage)));
  }

  private Reading remove(List<Argument> rest) {
    return word(rest)
        .<Reading>map(
            word -> new Reading.Clear(new Command.Words(new WordsEdit.Remove(kind, word))))
        .orElseGet(this::unreadable);
  }

  private Reading unreadable() {
    return new Reading.Doubtful(List.of(Finding.of(Texts.get("problem.words-plain", head, head))));
  }

  /// The words as one, in lower case; empty when they cannot be one.
  private static Optional<String> word(List<Argument> words) {
    var parts = new ArrayList<String>();
    words.forEach(
        word -> parts.addAll(List.of(word.value().strip().toLowerCase(Locale.ROOT).split("\\s+"))));
    var fits =
        !parts.isEmpty()
            && parts.size() <= MOST_WORDS
            && words.stream().allMatch(word -> word.key().isEmpty())
            && parts.stream().allMatch(part -> WORD.matcher(part).matches());
    return fits ? Optional.of(parts.stream().collect(Collectors.joining(" "))) : Optional.empty();
  }

  /// A word of a rule as the grammar reads it.
  static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}]+") ? word : '"' + word + '"';
  }

  private Optional<Reading> misspeltVerb(String verb, List<Argument> rest) {
    var likely =
        List.of("add", "remove", "delete", "list").stream()
            .filter(known ->
                Spelling.isSlip(verb, known, 1) && !rest.isEmpty() == !known.equals("list"))
            .filter(known -> !known.equals("add") || repository(rest.getLast()).isPresent())
            .findFirst();
    return likely.map(
        known -> doubtful("%s %s".formatted(head, known), words.getFirst().place(), known));
  }

  private static Optional<Reading> misspelt(String text, Arguments words) {
    var verb = words.rest().getFirst().value().toLowerCase(Locale.ROOT);
    var known = ADD.contains(verb) || REMOVE.contains(verb) || verb.equals("list");
    var start = text.indexOf(text.strip());
    var place = new Range(start, start + words.head().length());
    return List.of(CommandWord.RULES.word(), CommandWord.ALIASES.word()).stream()
        .filter(head -> known && Spelling.isSlip(words.head(), head, 1))
        .findFirst()
        .filter(_ -> kind(words.head()).isEmpty() && place.of(text).equalsIgnoreCase(words.head()))
        .map(head -> doubtful(head + " " + verb, place, head));
  }

  private static Reading doubtful(String likely, Range place, String replacement) {
    var sentence = Texts.get("problem.words-mean", likely);
    return new Reading.Doubtful(List.of(new Finding(sentence, place, replacement)));
  }
}
