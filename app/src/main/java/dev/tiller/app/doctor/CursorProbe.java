package dev.tiller.app.doctor;

import dev.tiller.app.PartSettings;
import dev.tiller.app.config.Settings;
import dev.tiller.core.agents.Account;
import dev.tiller.core.agents.Account.KeyOwner;
import dev.tiller.core.agents.CloudAgentsException;
import dev.tiller.core.agents.CloudAgentsException.NotNow;
import dev.tiller.core.agents.CloudAgentsException.Refused;
import dev.tiller.core.agents.CloudService;
import dev.tiller.core.cursor.CursorClients;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks Cursor whose the key is, and what it may use. Starts nothing, so it costs nothing.
final class CursorProbe implements Probe {

  private final Settings.Cursor cursor;
  private final Web web;
  private final InstantSource clock;

  CursorProbe(Settings.Cursor cursor, Web web, InstantSource clock) {
    this.cursor = cursor;
    this.web = web;
    this.clock = clock;
  }

  @Override
  public Check check() {
    return Check.CURSOR;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return ask(CursorProbe::judge);
  }

  /// The same with the key's name alone, by one call where the key works. For the log, where the
  /// address of its owner has no place.
  Probe forLog() {
    return new Probe() {
      @Override
      public Check check() {
        return Check.CURSOR;
      }

      @Override
      public List<Finding> look() throws InterruptedException {
        return ask(CursorProbe::which);
      }
    };
  }

  private List<Finding> ask(Function<CloudService, Finding> question) throws InterruptedException {
    return List.of(
        web.get(cursor.apiUrl()) instanceof Reply.Unanswered unanswered
            ? unanswered.finding(Check.CURSOR)
            : withService(question));
  }

  private Finding withService(Function<CloudService, Finding> question) {
    var connection = PartSettings.connection(cursor);
    var client = CursorClients.httpClient(connection);
    try {
      return question.apply(
          CursorClients.of(PartSettings.version(cursor), connection, client, clock));
    } catch (CloudAgentsException e) {
      return failure(e);
    } finally {
      client.shutdownNow();
    }
  }

  private static Finding which(CloudService service) {
    return Finding.ok(
        Check.CURSOR,
        owner(service.account())
            .map(it -> "the key “%s”".formatted(it.key()))
            .orElse("the key works; its owner is not told"));
  }

  private static Finding judge(CloudService service) {
    var owner = owner(service.account());
    var models = service.account().models();
    var _ = service.records().list(1, Optional.empty());
    if (owner.isEmpty()) {
      return Finding.of(
          Check.CURSOR, Symptom.CURSOR_OWNER_UNTOLD, "the key works; its owner is not told");
    }
    return models.isEmpty()
        ? Finding.of(Check.CURSOR, Symptom.CURSOR_NO_MODELS, words(owner.get()) + ", no models")
        : Finding.ok(Check.CURSOR, words(owner.get()) + ", " + models.size() + " models");
  }

  /// Absent where Cursor knows no owner of a key that works.
  private static Optional<KeyOwner> owner(Account account) {
    try {
      return Optional.of(account.me());
    } catch (Refused refused) {
      requireWorking(account::models, refused);
      return Optional.empty();
    }
  }

  private static void requireWorking(Supplier<?> call, Refused otherwise) {
    try {
      var _ = call.get();
    } catch (CloudAgentsException _) {
      throw otherwise;
    }
  }

  private static String words(KeyOwner owner) {
    return "the key “%s” of %s"
        .formatted(owner.key(), owner.email().or(owner::name).orElse("a service account"));
  }

  private static Finding failure(CloudAgentsException failure) {
    return switch (failure) {
      case Refused refused ->
          switch (refused.reason()) {
            case KEY -> finding(Symptom.CURSOR_KEY_REFUSED, "Cursor refuses the key");
            case PLAN, FEATURE -> finding(Symptom.CURSOR_PLAN, said(refused));
            case USAGE_LIMIT -> finding(Symptom.CURSOR_USED_UP, said(refused));
            default -> finding(Symptom.CURSOR_ODD, said(refused));
          };
      case NotNow _ -> finding(Symptom.CURSOR_LATER, "Cursor does not answer properly");
      default -> finding(Symptom.CURSOR_ODD, "the answer is not Cursor's");
    };
  }

  private static String said(Refused refused) {
    return "Cursor says: " + (refused.detail().isBlank() ? "not allowed" : refused.detail());
  }

  private static Finding finding(Symptom symptom, String said) {
    return Finding.of(Check.CURSOR, symptom, said);
  }
}
