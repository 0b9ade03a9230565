package dev.tiller.core.decide;

import dev.tiller.core.chat.ActionKey;
import dev.tiller.core.settings.Scope;
import dev.tiller.core.settings.SettingChange;
import dev.tiller.core.settings.SettingName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What buttons and forms about settings carry: whose settings, of those that bear on the place,
/// and for a button what they are to become, such as `channel repo=acme/web model=`.
public record SettingKey(Scope scope, List<SettingChange> changes) {

  public SettingKey {
    changes = List.copyOf(changes);
  }

  /// A button that opens the form.
  static ActionKey form(Scope scope) {
    return new ActionKey(Verbs.SETTINGS, scope.word());
  }

  /// A form that was opened when its fields held `changes`.
  ActionKey opened() {
    return key(Verbs.SETTINGS);
  }

  /// A button that changes settings at once.
  ActionKey press() {
    return key(Verbs.CHANGE_SETTINGS);
  }

  private ActionKey key(String verb) {
    var words =
        changes.stream()
            .map(change -> " " + change.name().key() + "=" + change.value().orElse(""))
            .collect(Collectors.joining());
    return new ActionKey(verb, scope.word() + words);
  }

  /// Empty for other buttons and forms.
  public static Optional<SettingKey> parse(ActionKey key) {
    var words = key.subject().split(" ");
    return switch (key.verb()) {
      case Verbs.SETTINGS, Verbs.CHANGE_SETTINGS ->
          Scope.named(words[0])
              .map(scope ->
                  new SettingKey(
                      scope,
                      Arrays.stream(words)
                          .skip(1)
                          .flatMap(word -> change(word).stream())
                          .toList()));
      default -> Optional.empty();
    };
  }

  private static Optional<SettingChange> change(String word) {
    int equals = word.indexOf('=');
    return Arrays.stream(SettingName.values())
        .filter(name -> equals > 0 && name.key().equals(word.substring(0, equals)))
        .findFirst()
        .map(name ->
            new SettingChange(
                name, Optional.of(word.substring(equals + 1)).filter(its -> !its.isEmpty())));
  }
}
