package dev.tiller.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;

/// A form in front of a person: a Slack modal or a Teams dialog.
record OpenForm(Locator root) {

  /// The field with this label.
  Locator field(String label) {
    return root.getByLabel(label);
  }

  /// Looks for an entry by some of its letters, and chooses it.
  void choose(String field, String letters, String label) {
    Choosing.in(field(field), letters, label);
  }

  /// Chooses an entry of a short list.
  void select(String field, String label) {
    field(field).selectOption(new SelectOption().setLabel(label));
  }

  void write(String field, String text) {
    field(field).fill(text);
  }

  /// Closes it without sending it.
  void close() {
    root.getByLabel("Close").click();
  }

  /// Sends it and waits until it is taken.
  void send() {
    root.getByTestId("form-submit").click();
    assertThat(root).isHidden();
  }
}
