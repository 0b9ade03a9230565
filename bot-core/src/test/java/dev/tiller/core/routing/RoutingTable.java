package dev.tiller.core.routing;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Command;
import dev.tiller.core.command.Grammar;
import dev.tiller.core.command.Mention;
import dev.tiller.core.command.Options;
import dev.tiller.core.command.Pick;
import dev.tiller.core.routing.Wish.Picked;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.Etiquette;
import dev.tiller.core.settings.KeywordRule;
import dev.tiller.core.settings.Preferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands before the arrow of a line of `routes.txt`, which explains its format.
final class RoutingTable {

  static final Instant FRIDAY = Instant.parse("2026-11-20T12:00:00Z");
  static final Instant TUESDAY = Instant.parse("2026-11-17T12:00:00Z");

  static final Known KNOWN =
      Known.of(
          Stream.of(
                  "acme/web",
                  "acme/web-app",
                  "acme/api",
                  "acme/docs",
                  "acme/test",
                  "other/docs",
                  "git.example.com/team/tools")
              .map(RoutingTable::repository)
              .toList(),
          List.of(
              new Model("opus-4", "Opus 4", Optional.empty(), List.of("opus")),
              new Model("gpt-5.2", "GPT 5.2", Optional.empty(), List.of()),
              new Model("default", "Auto", Optional.empty(), List.of()),
              new Model("composer-1", "Composer 1", Optional.empty(), List.of("composer"))));

  private final Command.Ask request;
  private final List<Mention> mentions = new ArrayList<>();
  private final List<KeywordRule> rules = new ArrayList<>();
  private final Map<String, Repository> aliases = new HashMap<>();
  private final Map<String, Defaults> levels = new HashMap<>();
  private Optional<Recent> recent = Optional.empty();
  private Optional<Repository> configured = Optional.empty();
  private Optional<Repository> pickedRepository = Optional.empty();
  private Optional<Pick> pickedModel = Optional.empty();
  private Known known = KNOWN;

  private RoutingTable(String message) {
    this.request = ask(message);
  }

  static Route route(String givens) {
    var parts = List.of(givens.split(";\\s*", -1));
    var line = new RoutingTable(parts.getFirst().strip());
    parts.stream().skip(1).forEach(part -> line.given(part.strip()));
    return line.route();
  }

  private static Command.Ask ask(String message) {
    if (Grammar.parse(message) instanceof Command.Ask ask) {
      return ask;
    }
    throw new IllegalArgumentException("no task: " + message);
  }

  static Repository repository(String written) {
    return Repository.parse(written).orElseThrow();
  }

  private void given(String part) {
    var words = part.split(" ", 2);
    var rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "in" -> mentions.add(new Mention(Mention.Kind.REPOSITORY, rest, part, true));
      case "on" -> mentions.add(new Mention(Mention.Kind.BRANCH, rest, part, true));
      case "with" -> mentions.add(new Mention(Mention.Kind.MODEL, rest, part, true));
      case "recent" -> recent = Optional.of(new Recent(repository(rest), TUESDAY));
      case "rule" -> rules.add(new KeywordRule(before(rest), after(rest), false));
      case "alias" -> aliases.put(before(rest), after(rest));
      case "configured" -> configured = Optional.of(repository(rest));
      case "picked" -> pickedRepository = Optional.of(repository(rest));
      case "model" ->
          pickedModel = Optional.of(rest.equals("auto") ? new Pick.Auto() : new Pick.Named(rest));
      case "nothing" -> known = Known.NOTHING;
      case "channel", "person", "workspace" -> levels.put(words[0], defaults(rest));
      default -> throw new IllegalArgumentException(part);
    }
  }

  private static String before(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }

  private static Repository after(String pair) {
    return repository(pair.substring(pair.indexOf('=') + 1));
  }

  private static Defaults defaults(String options) {
    Options its = ask(options + " x").options();
    return new Defaults(
        its.repository(),
        its.branch(),
        its.model(),
        its.autoPr(),
        Optional.empty(),
        Etiquette.NONE);
  }

  private Route route() {
    var preferences =
        new Preferences(level("channel"), level("person"), level("workspace"), rules, aliases);
    var picked = new Picked(pickedRepository, pickedModel);
    var wish = new Wish(request.options(), request.prompt(), picked);
    var background = new Background(preferences, recent, configured, known, FRIDAY);
    return mentions.isEmpty()
        ? Routing.of(wish, background)
        : Routing.of(wish, mentions, background);
  }

  private Defaults level(String name) {
    return levels.getOrDefault(name, Defaults.NONE);
  }
}
