package dev.tiller.core.settings;

import dev.tiller.core.text.Language;
import java.util.Optional;

/// How the bot behaves towards people, as one workspace, channel or person wants it. An absent
/// value falls through to weaker sources.
///
/// @param followUps who may steer agents beside their owners
/// @param summaryOutside whether agents' summaries are shown where outsiders read along
/// @param listen whether messages in an agent's thread count as follow-ups without a mention
/// @param quiet whether cards tell only what ends or waits, and no progress
/// @param language what the bot speaks
public record Etiquette(
    Optional<Steering> followUps,
    Optional<Boolean> summaryOutside,
    Optional<Boolean> listen,
    Optional<Boolean> quiet,
    Optional<Language> language) {

  public static final Etiquette NONE =
      new Etiquette(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// This, and what it leaves open from a weaker one.
  public Etiquette over(Etiquette weaker) {
    return new Etiquette(
        followUps.or(weaker::followUps),
        summaryOutside.or(weaker::summaryOutside),
        listen.or(weaker::listen),
        quiet.or(weaker::quiet),
        language.or(weaker::language));
  }

  Etiquette withFollowUps(Steering its) {
    return new Etiquette(Optional.of(its), summaryOutside, listen, quiet, language);
  }

  Etiquette withSummaryOutside(boolean its) {
    return new Etiquette(followUps, Optional.of(its), listen, quiet, language);
  }

  Etiquette withListen(boolean its) {
    return new Etiquette(followUps, summaryOutside, Optional.of(its), quiet, language);
  }

  Etiquette withQuiet(boolean its) {
    return new Etiquette(followUps, summaryOutside, listen, Optional.of(its), language);
  }

  Etiquette withLanguage(Language its) {
    return new Etiquette(followUps, summaryOutside, listen, quiet, Optional.of(its));
  }

  Etiquette without(SettingName name) {
    return new Etiquette(
        Defaults.kept(followUps, name, SettingName.FOLLOW_UPS),
        Defaults.kept(summaryOutside, name, SettingName.SUMMARY_OUTSIDE),
        Defaults.kept(listen, name, SettingName.LISTEN),
        Defaults.kept(quiet, name, SettingName.QUIET),
        Defaults.kept(language, name, SettingName.LANGUAGE));
  }
}
