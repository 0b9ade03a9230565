package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.command.Pick;
import dev.tiller.core.text.Language;
import java.util.Locale;
import java.util.Optional;

/// Settings as text: read, and written so that the same is read again.
public final class SettingValues {

  /// Room for a web address.
  private static final int LONGEST = 500;

  private SettingValues() {}

  /// The defaults with this one set as somebody has written it; empty when that is no value of it.
  public static Optional<Defaults> set(Defaults into, SettingName name, String written) {
    var text = written.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    return switch (name) {
      case REPOSITORY -> Repository.parse(text).map(into::withRepository);
      case BRANCH -> Pick.branch(text).map(into::withBranch);
      case MODEL -> Pick.model(text).map(into::withModel);
      case AUTOPR -> truth(text).map(into::withAutoPr);
      case CONTEXT -> ContextChoice.parse(text).map(into::withContext);
      case FOLLOW_UPS, SUMMARY_OUTSIDE, LISTEN, QUIET, LANGUAGE ->
          etiquette(into.etiquette(), name, text).map(into::with);
    };
  }

  private static Optional<Etiquette> etiquette(Etiquette into, SettingName name, String text) {
    return switch (name) {
      case FOLLOW_UPS -> Steering.parse(text).map(into::withFollowUps);
      case SUMMARY_OUTSIDE -> truth(text).map(into::withSummaryOutside);
      case LISTEN -> truth(text).map(into::withListen);
      case QUIET -> truth(text).map(into::withQuiet);
      case LANGUAGE -> Language.parse(text).map(into::withLanguage);
      case REPOSITORY, BRANCH, MODEL, AUTOPR, CONTEXT -> Optional.empty();
    };
  }

  /// The value as it is written in a message; empty when it is not set.
  public static Optional<String> written(Defaults of, SettingName name) {
    return switch (name) {
      case REPOSITORY -> of.repository().map(Repository::display);
      case BRANCH -> of.branch().map(Pick::toString);
      case MODEL -> of.model().map(Pick::toString);
      case AUTOPR -> of.autoPr().map(SettingValues::answer);
      case CONTEXT -> of.context().map(ContextChoice::written);
      case FOLLOW_UPS -> of.etiquette().followUps().map(Steering::written);
      case SUMMARY_OUTSIDE -> of.etiquette().summaryOutside().map(SettingValues::answer);
      case LISTEN -> of.etiquette().listen().map(SettingValues::answer);
      case QUIET -> of.etiquette().quiet().map(SettingValues::answer);
      case LANGUAGE -> of.etiquette().language().map(Language::code);
    };
  }

  private static String answer(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "on" -> Optional.of(true);
      case "no", "false", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
