package dev.tiller.core.settings;

import dev.tiller.core.agents.Repository;
import dev.tiller.core.command.ContextChoice;
import dev.tiller.core.command.Pick;
import java.util.Optional;

/// What one workspace, channel or person has chosen. An absent value falls through to weaker
/// sources.
///
/// @param etiquette how the bot behaves there
public record Defaults(
    Optional<Repository> repository,
    Optional<Pick> branch,
    Optional<Pick> model,
    Optional<Boolean> autoPr,
    Optional<ContextChoice> context,
    Etiquette etiquette) {

  public static final Defaults NONE =
      new Defaults(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Etiquette.NONE);

  /// These, and what they leave open from weaker ones.
  public Defaults over(Defaults weaker) {
    return new Defaults(
        repository.or(weaker::repository),
        branch.or(weaker::branch),
        model.or(weaker::model),
        autoPr.or(weaker::autoPr),
        context.or(weaker::context),
        etiquette.over(weaker.etiquette));
  }

  Defaults withRepository(Repository its) {
    return new Defaults(Optional.of(its), branch, model, autoPr, context, etiquette);
  }

  Defaults withBranch(Pick its) {
    return new Defaults(repository, Optional.of(its), model, autoPr, context, etiquette);
  }

  Defaults withModel(Pick its) {
    return new Defaults(repository, branch, Optional.of(its), autoPr, context, etiquette);
  }

  Defaults withAutoPr(boolean its) {
    return new Defaults(repository, branch, model, Optional.of(its), context, etiquette);
  }

  Defaults withContext(ContextChoice its) {
    return new Defaults(repository, branch, model, autoPr, Optional.of(its), etiquette);
  }

  Defaults with(Etiquette its) {
    return new Defaults(repository, branch, model, autoPr, context, its);
  }

  /// These without one of them.
  public Defaults without(SettingName name) {
    return new Defaults(
        kept(repository, name, SettingName.REPOSITORY),
        kept(branch, name, SettingName.BRANCH),
        kept(model, name, SettingName.MODEL),
        kept(autoPr, name, SettingName.AUTOPR),
        kept(context, name, SettingName.CONTEXT),
        etiquette.without(name));
  }

  static <T> Optional<T> kept(Optional<T> value, SettingName dropped, SettingName its) {
    return dropped == its ? Optional.empty() : value;
  }
}
