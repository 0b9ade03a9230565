package dev.tiller.core.decide;

import dev.tiller.core.agents.Account.Model;
import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.Pick;
import dev.tiller.core.command.Spelling;
import dev.tiller.core.settings.Defaults;
import dev.tiller.core.settings.SettingName;
import dev.tiller.core.settings.SettingValues;
import dev.tiller.core.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Whether a value that somebody writes for a setting can be meant. What the service lists is
/// compared without case; where it lists nothing, any well-formed value passes.
final class SettingChecks {

  private static final int TELLING = 3;

  private SettingChecks() {}

  /// What a written value comes to.
  sealed interface Verdict {

    /// The value as it is kept.
    record Fine(String value) implements Verdict {}

    /// The service does not list it.
    ///
    /// @param near what was probably meant; absent where nothing is like it
    record Unlisted(SettingName name, String value, Optional<String> near) implements Verdict {}

    /// It is no value of this setting.
    ///
    /// @param expected the end of a sentence that says what is
    record Wrong(String written, String expected) implements Verdict {}
  }

  static Verdict check(SettingName name, String written, SettingsCase the) {
    return switch (name) {
      case REPOSITORY -> repository(written, the);
      case MODEL -> model(written, the.models());
      case BRANCH, AUTOPR, CONTEXT, FOLLOW_UPS, SUMMARY_OUTSIDE, LISTEN, QUIET, LANGUAGE ->
          plain(name, written);
    };
  }

  /// An alias or a listed repository's own name will do, too.
  static Verdict repository(String written, SettingsCase the) {
    var alias = Optional.ofNullable(the.all().aliases().get(lower(written.strip())));
    var found =
        alias.or(() -> only(the.repositories(), written)).or(() -> Repository.parse(written));
    if (found.isEmpty()) {
      return new Verdict.Wrong(written, expected(SettingName.REPOSITORY));
    }
    var name = found.get().display();
    if (SettingValues.set(Defaults.NONE, SettingName.REPOSITORY, name).isEmpty()) {
      return new Verdict.Wrong(written, expected(SettingName.REPOSITORY));
    }
    var listed =
        the.repositories().stream()
            .map(Repository::display)
            .filter(name::equalsIgnoreCase)
            .findFirst();
    if (listed.isPresent() || alias.isPresent() || the.repositories().isEmpty()) {
      return new Verdict.Fine(listed.orElse(name));
    }
    var near =
        first(the.repositories().stream().map(Repository::display), its -> isNear(name, its));
    return new Verdict.Unlisted(SettingName.REPOSITORY, name, near);
  }

  private static Optional<Repository> only(List<Repository> listed, String written) {
    var called =
        listed.stream()
            .filter(its -> lower(its.display()).endsWith("/" + lower(written.strip())))
            .toList();
    return called.size() == 1 && !written.contains("/")
        ? Optional.of(called.getFirst())
        : Optional.empty();
  }

  /// A slip in the owner or in the name, not in both.
  private static boolean isNear(String written, String known) {
    int ours = written.lastIndexOf('/');
    int its = known.lastIndexOf('/');
    var owner = lower(written.substring(0, ours));
    var name = lower(written.substring(ours));
    var knownOwner = lower(known.substring(0, its));
    var knownName = lower(known.substring(its));
    return (owner.equals(knownOwner) && Spelling.isSlip(name, knownName))
        || (name.equals(knownName) && Spelling.isSlip(owner, knownOwner));
  }

  private static Verdict model(String written, List<Model> models) {
    var pick = Pick.model(written.strip());
    if (pick.isEmpty()) {
      return new Verdict.Wrong(written, expected(SettingName.MODEL));
    }
    var name = pick.get().name();
    if (name.isEmpty() || models.isEmpty()) {
      return new Verdict.Fine(pick.get().toString());
    }
    var listed = first(names(models), name.get()::equalsIgnoreCase);
    if (listed.isPresent()) {
      return new Verdict.Fine(listed.get());
    }
    var asked = lower(name.get());
    var near =
        first(names(models), its -> Spelling.isSlip(asked, lower(its)))
            .or(() ->
                first(
                    models.stream().map(Model::id),
                    its -> asked.length() >= TELLING && lower(its).contains(asked)));
    return new Verdict.Unlisted(SettingName.MODEL, name.get(), near);
  }

  private static Stream<String> names(List<Model> models) {
    return models.stream()
        .flatMap(model -> Stream.concat(Stream.of(model.id()), model.aliases().stream()));
  }

  private static Verdict plain(SettingName name, String written) {
    return SettingValues.set(Defaults.NONE, name, written)
        .flatMap(set -> SettingValues.written(set, name))
        .<Verdict>map(Verdict.Fine::new)
        .orElseGet(() -> new Verdict.Wrong(written, expected(name)));
  }

  private static String expected(SettingName name) {
    return switch (name) {
      case REPOSITORY -> Texts.get("setting.expected-repository");
      case BRANCH -> Texts.get("setting.expected-branch");
      case MODEL -> Texts.get("setting.expected-model");
      case AUTOPR, SUMMARY_OUTSIDE, LISTEN, QUIET -> Texts.get("setting.expected-answer");
      case CONTEXT -> Texts.get("setting.expected-context");
      case FOLLOW_UPS -> Texts.get("setting.expected-followups");
      case LANGUAGE -> Texts.get("setting.expected-language");
    };
  }

  private static Optional<String> first(Stream<String> names, Predicate<String> fits) {
    return names.filter(fits).findFirst();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
