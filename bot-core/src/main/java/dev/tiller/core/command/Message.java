package dev.tiller.core.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A message taken apart into what the grammar looks at; everything else in it is the prompt.
///
/// @param groups the pieces outside code that are written like options, in order
/// @param end the word `--` that ends the options
/// @param first the first word that is neither; absent when it stands after the end, or when the
///   message begins with code
record Message(String text, List<OptionGroup> groups, Optional<Range> end, Optional<Range> first) {

  /// The options of all groups, in order.
  Stream<OptionWord> options() {
    return groups.stream().flatMap(group -> group.words().stream());
  }

  /// The word that asks for a new agent.
  Optional<Range> agentWord() {
    return first.filter(word -> CommandWord.AGENT.word().equalsIgnoreCase(word.of(text)));
  }

  /// The message without its options, the `--` and the word for a new agent.
  String prompt() {
    var cuts =
        Stream.of(groups.stream().map(OptionGroup::place), end.stream(), agentWord().stream())
            .flatMap(words -> words)
            .sorted(Comparator.comparingInt(Range::start))
            .toList();
    return Whitespace.trimOuterLines(Excision.without(text, cuts));
  }
}
