package dev.tiller.core.cursor.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookKeysTest {

  private static final String OLD = "old-master-key-of-32-characters!";
  private static final String NEW = "new-master-key-of-32-characters!";
  private static final Optional<URI> PUBLIC = Optional.of(URI.create("https://bot.example.com/"));
  private static final UUID LAUNCH = UUID.fromString("1a2b3c4d-0000-4000-8000-00000000000a");

  private final WebhookKeys keys = new WebhookKeys(List.of(OLD));

  @Test
  void aLaunchGetsAnAddressAndASecretOfTheLengthThatTheServiceWants() {
    var webhook = keys.forLaunch(PUBLIC, LAUNCH).orElseThrow();

    assertThat(webhook.url().toString())
        .matches("https://bot\\.example\\.com/webhooks/cursor/" + LAUNCH + "-[A-Za-z0-9_-]{22}");
    assertThat(webhook.secret()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void theyAreTheSameAfterARestartAndDifferForEachLaunchAndKey() {
    var webhook = keys.forLaunch(PUBLIC, LAUNCH);

    assertThat(new WebhookKeys(List.of(OLD, NEW)).forLaunch(PUBLIC, LAUNCH)).isEqualTo(webhook);
    assertThat(new WebhookKeys(List.of(NEW, OLD)).forLaunch(PUBLIC, LAUNCH)).isNotEqualTo(webhook);
    assertThat(keys.forLaunch(PUBLIC, UUID.randomUUID()).orElseThrow().secret())
        .isNotEqualTo(webhook.orElseThrow().secret());
  }

  @Test
  void theSecretIsNoPartOfTheAddress() {
    var webhook = keys.forLaunch(PUBLIC, LAUNCH).orElseThrow();

    assertThat(webhook.url().toString()).doesNotContain(webhook.secret().substring(0, 22));
  }

  @Test
  void withoutAPublicAddressThereIsNoWebhook() {
    assertThat(keys.forLaunch(Optional.empty(), LAUNCH)).isEmpty();
  }

  @Test
  void theAddressLeadsBackToTheLaunchAlsoAfterTheKeyWasReplaced() {
    var segment = segment();

    assertThat(keys.launchOf(segment)).contains(LAUNCH);
    assertThat(new WebhookKeys(List.of(NEW, OLD)).launchOf(segment)).contains(LAUNCH);
    assertThat(new WebhookKeys(List.of(NEW)).launchOf(segment)).isEmpty();
  }

  @Test
  void anAddressThatWasChangedAnywhereLeadsNowhere() {
    var segment = segment();
    for (var at = 0; at < segment.length(); at++) {
      var changed = new StringBuilder(segment);
      changed.setCharAt(at, segment.charAt(at) == 'a' ? 'b' : 'a');

      assertThat(keys.launchOf(changed.toString())).as("changed at %d", at).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1a2b3c4d-0000-4000-8000-00000000000a", "é-é"})
  void anythingElseLeadsNowhere(String segment) {
    assertThat(keys.launchOf(segment)).isEmpty();
    assertThat(keys.launchOf(segment().toUpperCase(Locale.ROOT))).isEmpty();
  }

  @Test
  void aKeyThatIsMissingOrTooShortIsNotTaken() {
    assertThatThrownBy(() -> new WebhookKeys(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WebhookKeys(List.of(OLD, "short")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short");
  }

  @Test
  void theKeysAreNeverPrinted() {
    assertThat(keys.toString()).doesNotContain("old");
    assertThat(keys.forLaunch(PUBLIC, LAUNCH).toString()).doesNotContain("webhooks/cursor");
  }

  private String segment() {
    var path = keys.forLaunch(PUBLIC, LAUNCH).orElseThrow().url().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
